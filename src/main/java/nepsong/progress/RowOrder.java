package nepsong.progress;

import java.text.Collator;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Rows by one column: text as in a Vietnamese dictionary, empty values last. */
final class RowOrder {

    private RowOrder() {}

    static Comparator<Row> by(Column column) {
        Collator order = Vietnamese.order();
        return (first, second) -> compare(order, column, first.get(column.key()), second.get(column.key()));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Collator order, Column column, @Nullable Object first, @Nullable Object second) {
        if (first == null || second == null) {
            return Boolean.compare(first == null, second == null);
        }
        if (first instanceof String one && second instanceof String other) {
            return order.compare(
                    column.names().getOrDefault(one, one), column.names().getOrDefault(other, other));
        }
        return ((Comparable<Object>) first).compareTo(second);
    }
}
