package nepsong.progress;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column in their order: words as in a Vietnamese dictionary, which no database of ours knows. Only the
 * values and how often each occurs are read and sorted here: however long the table, a page of it is then some of their rows.
 */
final class ValueOrder {

    /** All rows that say the same, or nothing. */
    record Value(@Nullable Object value, int amount) {}

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
    private final Comparator<@Nullable Object> order;

    /** Empty values come last, whichever way the others run. */
    ValueOrder(Column column, List<Value> values, boolean descending) {
        Comparator<Object> ascending = column.kind().isText() ? dictionary(column) : numbers();
        this.order = Comparator.<@Nullable Object, Boolean>comparing(ValueOrder::isEmpty)
                .thenComparing(Comparator.nullsLast(descending ? ascending.reversed() : ascending))
                .thenComparing(String::valueOf);
        this.values = values.stream()
                .sorted(Comparator.comparing(Value::value, order))
                .toList();
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private static Comparator<Object> dictionary(Column column) {
        Collator words = Vietnamese.order();
        return Comparator.comparing(value -> column.names().getOrDefault(value.toString(), value.toString()), words);
    }

    /** Of one column, so of one class. */
    @SuppressWarnings("unchecked")
    private static Comparator<Object> numbers() {
        return (one, other) -> ((Comparable<Object>) one).compareTo(other);
    }

    /** Of rows that were read together. */
    Comparator<Row> rows(Column column) {
        return Comparator.comparing(row -> row.get(column.key()), order);
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
