package nepsong.privacy;

import java.util.Map;

/**
 * One column that can hold something of a person.
 *
 * @param kind  Vietnamese heading under which it is taken out; where it has a title
 * @param title empty: not taken out by itself; what a row means for the person, or what the text is, in Vietnamese
 * @param shown columns of the same row that are taken out with it, and what a reader calls them
 */
record PersonalColumn(String table, String column, Rule rule, String kind, String title, Map<String, String> shown) {

    boolean isTakenOut() {
        return !title.isEmpty();
    }
}
