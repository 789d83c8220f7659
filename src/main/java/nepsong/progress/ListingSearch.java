package nepsong.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants to see of a listing.
 *
 * @param cycle      code of the cycle
 * @param filters    exact values by column
 * @param text       part of any text of the row, with or without diacritics; null for all
 * @param sort       column by which to sort; null for the listing's own order
 * @param descending only with a column to sort by
 */
public record ListingSearch(
        String cycle, Map<String, String> filters, @Nullable String text, @Nullable String sort, boolean descending) {

    public ListingSearch {
        filters = Map.copyOf(filters);
    }

    public static ListingSearch all(String cycle) {
        return new ListingSearch(cycle, Map.of(), null, null, false);
    }

    public static ListingSearch of(String cycle, Map<String, String> filters) {
        return new ListingSearch(cycle, filters, null, null, false);
    }

    /** Nothing is left out. */
    boolean isForAll() {
        return filters.isEmpty() && text == null;
    }
}
