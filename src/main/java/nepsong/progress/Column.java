package nepsong.progress;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Listing}.
 *
 * @param key   the column of the statement
 * @param label in Vietnamese; empty where the column is only there to be filtered and linked by
 * @param names what the codes of the column mean, in Vietnamese and in their order; empty where values are not codes
 * @param link  a path with {@code {key}} for the values of the row and {@code {cycle}}; null where the value leads nowhere
 * @param lookup an expression in SQL over the row {@code x} of the listing's statement, worked out only for rows that are
 *               shown, searched or sorted by it; null where the statement itself gives the column
 */
public record Column(
        String key,
        String label,
        Kind kind,
        Map<String, String> names,
        @Nullable String link,
        @Nullable String lookup) {

    static final String UNIT_NAME = "unit_name";

    /** How a value is read, shown and written to a file. */
    public enum Kind {
        TEXT,
        /** Long text: it is not searched at first sight and has a wide column in a file. */
        NOTE,
        COUNT,
        /** A place in a ranking: a whole number, and no count of anything. */
        PLACE,
        /** From today to a moment that the statement gives, by the working calendar; negative when it is past. */
        WORKING_DAYS,
        /** With two decimals. */
        SCORE,
        /** With two decimals and a sign. */
        DIFFERENCE,
        /** A whole number with a sign: places won or lost. */
        CHANGE,
        DAY,
        MOMENT,
        /** A moment that the table has as clocks in Hà Nội show it, without a zone. */
        WALL_TIME;

        public boolean isText() {
            return this == TEXT || this == NOTE;
        }

        public boolean isNumber() {
            return this != TEXT && this != NOTE && this != DAY && this != MOMENT && this != WALL_TIME;
        }
    }

    static Column of(String key, String label, Kind kind) {
        return new Column(key, label, kind, Map.of(), null, null);
    }

    static Column text(String key, String label) {
        return of(key, label, Kind.TEXT);
    }

    static Column hidden(String key) {
        return of(key, "", Kind.TEXT);
    }

    static Column code(String key, String label, Map<String, String> names) {
        return new Column(key, label, Kind.TEXT, names, null, null);
    }

    Column to(String path) {
        return new Column(key, label, kind, names, path, lookup);
    }

    Column lookedUp(String expression) {
        return new Column(key, label, kind, names, link, expression);
    }

    /** The unit's name, which leads to its file. */
    static Column unit() {
        return text(UNIT_NAME, "Đơn vị").to("/units/{unit}?cycle={cycle}");
    }

    public boolean isShown() {
        return !label.isEmpty();
    }
}
