package nepsong.progress;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a text column in the order of a Vietnamese dictionary, which no database of ours knows. Only the values and
 * how often each occurs are read and sorted here: however long the table, a page of it is then some of their rows.
 */
final class TextOrder {

    /** All rows that say the same, or nothing. */
    record Value(@Nullable String text, int amount) {

        boolean isEmpty() {
            return text == null || text.isBlank();
        }
    }

    /**
     * Rows to be read with one statement.
     *
     * @param values whose rows; several only where all of their rows are wanted but for the first
     * @param offset rows to pass by
     * @param atMost rows to take
     */
    record Piece(List<Value> values, int offset, int atMost) {

        Piece {
            values = List.copyOf(values);
        }
    }

    private final List<Value> values;
    private final Map<String, Integer> ranks = new HashMap<>();

    /** Empty values come last, whichever way the others run. */
    TextOrder(Column column, List<Value> values, boolean descending) {
        Collator dictionary = Vietnamese.order();
        Comparator<Value> byWord = Comparator.comparing(value -> label(column, value), dictionary);
        this.values = values.stream()
                .sorted(Comparator.comparing(Value::isEmpty)
                        .thenComparing(descending ? byWord.reversed() : byWord)
                        .thenComparing(value -> String.valueOf(value.text())))
                .toList();
        for (int i = 0; i < this.values.size(); i++) {
            ranks.put(String.valueOf(this.values.get(i).text()), i);
        }
    }

    private static String label(Column column, Value value) {
        String text = value.text() == null ? "" : value.text();
        return column.names().getOrDefault(text, text);
    }

    /** Of rows that were read together. */
    Comparator<Row> rows(Column column) {
        return Comparator.comparing(row -> ranks.getOrDefault(String.valueOf(row.get(column.key())), ranks.size()));
    }

    /** What is to be read for so many rows after the offset: values with few rows together, one with many alone. */
    List<Piece> pieces(int offset, int atMost, int rowsAtOnce) {
        List<Piece> pieces = new ArrayList<>();
        List<Value> together = new ArrayList<>();
        int passed = 0;
        int left = atMost;
        int skipped = 0;
        int gathered = 0;
        for (Value value : values) {
            if (left == 0) {
                break;
            }
            int skip = Math.min(value.amount(), Math.max(0, offset - passed));
            int taken = Math.min(value.amount() - skip, left);
            passed += value.amount();
            if (taken == 0) {
                continue;
            }
            if (!together.isEmpty() && gathered + value.amount() > rowsAtOnce) {
                pieces.add(new Piece(together, skipped, gathered - skipped));
                together = new ArrayList<>();
                gathered = 0;
            }
            if (together.isEmpty()) {
                skipped = skip;
            }
            together.add(value);
            gathered += skip + taken;
            left -= taken;
        }
        if (!together.isEmpty()) {
            pieces.add(new Piece(together, skipped, gathered - skipped));
        }
        return pieces;
    }
}
