package nepsong.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nepsong.engine.VietnameseOrder;
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
    private final Map<@Nullable Object, Integer> places = new HashMap<>();

    /** Empty values come last, whichever way the others run. */
    ValueOrder(Column column, List<Value> values, boolean descending) {
        Function<Object, Comparable<?>> key =
                column.kind().isText() ? dictionary(column) : number -> (Comparable<?>) number;
        Comparator<Comparable<?>> ascending = ValueOrder::compare;
        this.values = values.stream()
                .map(value -> Sorted.of(value, key))
                .sorted(Comparator.comparing(
                                Sorted::key, Comparator.nullsLast(descending ? ascending.reversed() : ascending))
                        .thenComparing(sorted -> String.valueOf(sorted.value().value())))
                .map(Sorted::value)
                .toList();
        this.values.forEach(value -> places.put(value.value(), places.size()));
    }

    /** @param key what the value is compared by, made once; null where the value is empty */
    private record Sorted(Value value, @Nullable Comparable<?> key) {

        static Sorted of(Value value, Function<Object, Comparable<?>> key) {
            Object said = value.value();
            boolean empty = said == null || said instanceof String text && text.isBlank();
            return new Sorted(value, empty ? null : key.apply(said));
        }
    }

    private static Function<Object, Comparable<?>> dictionary(Column column) {
        return value -> VietnameseOrder.text(column.names().getOrDefault(value.toString(), value.toString()));
    }

    /** Of one column, so of one class. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    /** Of rows that were read together. */
    Comparator<Row> rows(Column column) {
        return Comparator.comparing(row -> places.getOrDefault(row.get(column.key()), places.size()));
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
