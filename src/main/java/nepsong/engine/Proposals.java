package nepsong.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What {@link TaskForm#unlessSent} put off, worked out: for whoever sees the form, and for what was not sent. */
final class Proposals {

    private Proposals() {}

    /** Of the rows of lists, too. */
    static Map<String, Object> settled(Map<String, Object> opened) {
        Map<String, Object> settled = new LinkedHashMap<>();
        opened.forEach((key, value) -> {
            Object worked = value instanceof List<?> rows
                    ? rows.stream().map(Proposals::settledRow).toList()
                    : settled(value);
            if (worked != null) {
                settled.put(key, worked);
            }
        });
        return settled;
    }

    static @Nullable Object settled(@Nullable Object value) {
        return value instanceof Supplier<?> proposal ? proposal.get() : value;
    }

    private static Object settledRow(Object row) {
        if (!(row instanceof Map<?, ?> values)) {
            return row;
        }
        Map<Object, @Nullable Object> settled = new LinkedHashMap<>();
        values.forEach((key, value) -> settled.put(key, settled(value)));
        return settled;
    }
}
