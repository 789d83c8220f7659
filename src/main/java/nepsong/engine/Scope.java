package nepsong.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a name in a form's expression means: beside a field of the form the form's value, beside a field of a row the row's,
 * else the form's. Each row of a submission has its own, so nothing of the form is copied for it.
 */
final class Scope {

    private final Map<String, @Nullable Object> values;
    /** What a browser calls them: {@code this}, {@code parent} and {@code i}; nothing beside a field of the form. */
    private final Map<String, Object> row;

    private final @Nullable Scope around;

    private Scope(Map<String, @Nullable Object> values, Map<String, Object> row, @Nullable Scope around) {
        this.values = values;
        this.row = row;
        this.around = around;
    }

    /** @param values its lists, too */
    static Scope ofForm(Map<String, Object> values) {
        return new Scope(new HashMap<>(values), Map.of(), null);
    }

    /**
     * @param sent  values of the row; what is hidden from its expressions stays in them, for those who see all rows
     * @param index from 0
     */
    Scope ofRow(Map<String, Object> sent, int index) {
        Map<String, @Nullable Object> own = new HashMap<>(sent);
        return new Scope(own, Map.of("this", own, "parent", values, "i", List.of(index + 1)), this);
    }

    @Nullable
    Object get(String name) {
        Object value = row.get(name);
        if (value == null) {
            value = values.get(name);
        }
        return value != null || around == null || values.containsKey(name) ? value : around.get(name);
    }

    /** From now on the name means nothing here. */
    void hide(String name) {
        values.put(name, null);
    }
}
