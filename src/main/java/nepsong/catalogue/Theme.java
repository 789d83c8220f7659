package nepsong.catalogue;

import java.util.List;

/**
 * What is looked at in one kind of public place.
 *
 * @param code {@code common} for the items that every place has, otherwise e.g. {@code CD-DT}
 */
public record Theme(String code, String title, String englishTitle, List<Item> items) {

    public static final String COMMON = "common";

    public Theme {
        items = List.copyOf(items);
    }

    /** @param englishText may be empty */
    public record Item(String code, String text, String englishText) {}
}
