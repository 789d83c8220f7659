package nepsong.progress;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables of the managers; every row is computed by the database when it is asked for. */
public interface Listings {

    Optional<Listing> find(String name);

    /** All there are. */
    List<Listing> all();

    /** How many rows a search finds. */
    int count(Listing listing, ListingSearch search);

    /**
     * How many rows each of some exact filters finds, in one statement.
     *
     * @param filters values by column, each for itself; an empty one counts all rows
     * @return as many counts, in the same order
     */
    List<Integer> counts(Listing listing, String cycle, List<Map<String, String>> filters);

    /** At most so many rows, from the one after the offset. */
    List<Row> page(Listing listing, ListingSearch search, int offset, int atMost);

    /** All rows, one after the other, so that a long table never lies in memory as a whole unless it has to be sorted. */
    void each(Listing listing, ListingSearch search, Consumer<Row> reader);

    default List<Row> all(Listing listing, String cycle) {
        return page(listing, ListingSearch.all(cycle), 0, Integer.MAX_VALUE);
    }
}
