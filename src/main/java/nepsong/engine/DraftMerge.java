package nepsong.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.engine.FormSchema.Field;
import nepsong.engine.FormSchema.RowList;
import org.jspecify.annotations.Nullable;

/**
 * A form as it opens, with what was typed into it before: only what the form lets people type, and in a list of fixed
 * rows only where the row is still the same one. Everything else is what the tables say today.
 */
final class DraftMerge {

    private DraftMerge() {}

    /** What of a draft the form declares and lets people type; the rest is left out. */
    static Map<String, @Nullable Object> typed(FormSchema form, Map<String, ? extends @Nullable Object> sent) {
        Map<String, @Nullable Object> typed = new LinkedHashMap<>();
        sent.forEach((key, value) -> {
            Field field = form.fields().get(key);
            if (field != null && !field.fixed() || form.lists().containsKey(key) && value instanceof List) {
                typed.put(key, value);
            }
        });
        return typed;
    }

    static Map<String, Object> over(
            Map<String, Object> opened, FormSchema form, Map<String, ? extends @Nullable Object> draft) {
        Map<String, Object> shown = new LinkedHashMap<>(opened);
        typed(form, draft).forEach((key, value) -> {
            RowList list = form.lists().get(key);
            if (list == null) {
                put(shown, key, value);
            } else {
                List<?> before = opened.get(key) instanceof List<?> rows ? rows : List.of();
                shown.put(key, rows(list, before, (List<?>) Objects.requireNonNull(value)));
            }
        });
        return shown;
    }

    private static List<Object> rows(RowList list, List<?> before, List<?> draft) {
        List<Object> rows = new ArrayList<>();
        int count = list.open() ? draft.size() : before.size();
        for (int i = 0; i < count; i++) {
            Map<String, Object> row = keyed(i < before.size() ? before.get(i) : null);
            Map<String, Object> typed = keyed(i < draft.size() ? draft.get(i) : null);
            if (!list.isOfAnotherRow(row, typed)) {
                list.fields().forEach((key, field) -> {
                    if (!field.fixed() && typed.containsKey(key)) {
                        put(row, key, typed.get(key));
                    }
                });
            }
            rows.add(row);
        }
        return rows;
    }

    private static void put(Map<String, Object> shown, String key, @Nullable Object value) {
        if (value == null) {
            shown.remove(key);
        } else {
            shown.put(key, value);
        }
    }

    private static Map<String, Object> keyed(@Nullable Object row) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    keyed.put(String.valueOf(key), value);
                }
            });
        }
        return keyed;
    }
}
