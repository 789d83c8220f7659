package nepsong.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import nepsong.engine.FormSchema.Field;
import nepsong.engine.FormSchema.RowList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is wrong with a submission: the one answer for Tasklist, programs and Java. A key that the form does not declare
 * is refused; what is read-only keeps the server's value whatever was sent; what was not sent stays as it opened; what
 * the form hides counts as absent; everything else must keep the constraints that the form declares.
 */
@Component
public class FormContract {

    private static final int MOST_ROWS = 1_000;
    private static final List<String> NAMES_OF_A_ROW = List.of("code", "unitName", "name", "title");

    private final Feel feel = new Feel();
    private final FieldRules rules;

    public FormContract(Clock clock) {
        this.rules = new FieldRules(feel, clock);
    }

    /** The rows of one list as they were read; null is a field left empty. */
    private record Rows(List<Map<String, @Nullable Object>> rows) {

        List<Map<String, Object>> plain() {
            List<Map<String, Object>> plain = new ArrayList<>();
            for (Map<String, @Nullable Object> row : rows) {
                plain.add(FormContract.plain(row));
            }
            return plain;
        }
    }

    /** The values to work with, or why there are none. */
    public record Checked(List<Refusal> refusals, FormData data) {}

    /**
     * @param opened    what the form's adapter showed
     * @param submitted plain values as they were sent: text, numbers, booleans, lists of maps
     */
    public Checked check(
            FormSchema form, Map<String, Object> opened, Map<String, ? extends @Nullable Object> submitted) {
        List<Refusal> refusals = new ArrayList<>();
        submitted.keySet().stream()
                .filter(key -> !declares(form, key))
                .forEach(key -> refusals.add(Refusal.of(key, "Trường “" + key + "” không thuộc biểu mẫu này")));
        Map<String, @Nullable Object> values = readAll(form.fields(), opened, submitted, null, refusals);
        Map<String, Rows> rows = new LinkedHashMap<>();
        form.lists().forEach((path, list) -> rows.put(path, readRows(form, list, opened, submitted, refusals)));

        Map<String, Object> context = context(opened, values);
        rows.forEach((path, read) -> context.put(path, read.plain()));
        judge(form.fields(), values, context, opened, null, refusals);
        Map<String, @Nullable Object> result = new LinkedHashMap<>(values);
        form.lists().forEach((path, list) -> {
            Rows read = feel.isTrue(list.hide(), context)
                    ? new Rows(List.of())
                    : rows.getOrDefault(path, new Rows(List.of()));
            result.put(path, judgeRows(list, read, context, opened, refusals));
        });
        return new Checked(refusals, new FormData(result));
    }

    private static boolean declares(FormSchema form, String key) {
        return form.fields().containsKey(key)
                || form.lists().containsKey(key)
                || form.computed().contains(key);
    }

    private Rows readRows(
            FormSchema form,
            RowList list,
            Map<String, Object> opened,
            Map<String, ? extends @Nullable Object> submitted,
            List<Refusal> refusals) {
        List<?> before = opened.get(list.path()) instanceof List<?> shown ? shown : List.of();
        Object sent = submitted.containsKey(list.path()) ? submitted.get(list.path()) : unsent(list, before, submitted);
        if (!(sent instanceof List<?> rows)) {
            refusals.add(Refusal.of(list.path(), title(list) + " phải là một danh sách"));
            return new Rows(List.of());
        }
        if (rows.size() > MOST_ROWS || !list.open() && rows.size() != before.size()) {
            refusals.add(Refusal.of(
                    list.path(),
                    title(list) + " phải có " + before.size() + " dòng, không thêm bớt; hãy tải lại trang"));
            return new Rows(List.of());
        }
        List<Map<String, @Nullable Object>> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> shown =
                    i < before.size() && before.get(i) instanceof Map<?, ?> map ? keyed(map) : Map.of();
            Map<String, Object> row = rows.get(i) instanceof Map<?, ?> map ? keyed(map) : Map.of();
            String name = rowName(shown, row, i);
            row.keySet().stream()
                    .filter(key -> !list.fields().containsKey(key)
                            && !shown.containsKey(key)
                            && !form.computed().contains(key))
                    .forEach(key -> refusals.add(
                            Refusal.ofRow(list.path(), name, "Trường “" + key + "” không thuộc biểu mẫu này")));
            read.add(readAll(list.fields(), shown, row, name, refusals));
        }
        return new Rows(read);
    }

    /** The browser does not send a list whose rows were all taken out: the form counts them beside it. */
    private static List<?> unsent(RowList list, List<?> before, Map<String, ? extends @Nullable Object> submitted) {
        boolean emptied =
                list.open() && submitted.get(list.path() + "Count") instanceof Number count && count.doubleValue() == 0;
        return emptied ? List.of() : before;
    }

    private Map<String, @Nullable Object> readAll(
            Map<String, Field> fields,
            Map<String, Object> opened,
            Map<String, ? extends @Nullable Object> sent,
            @Nullable String row,
            List<Refusal> refusals) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            boolean kept = field.fixed() || !sent.containsKey(key);
            Object raw = kept ? opened.getOrDefault(key, defaultValue(field)) : sent.get(key);
            try {
                values.put(key, FieldReader.read(field, raw));
            } catch (FieldReader.Unreadable unreadable) {
                values.put(key, null);
                refusals.add(new Refusal(key, row, label(field) + " " + unreadable.getMessage()));
            }
        });
        return values;
    }

    private static @Nullable Object defaultValue(Field field) {
        var node = field.node().path("defaultValue");
        if (node.isMissingNode() || node.isNull()) {
            return field.type().equals("checkbox") ? Boolean.FALSE : null;
        }
        return node.isBoolean() ? node.booleanValue() : node.asText();
    }

    private List<FormData> judgeRows(
            RowList list, Rows read, Map<String, Object> context, Map<String, Object> opened, List<Refusal> refusals) {
        List<FormData> judged = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            Map<String, @Nullable Object> row = read.rows().get(i);
            Map<String, Object> inRow = new HashMap<>(context);
            Map<String, Object> self = plain(row);
            inRow.putAll(self);
            inRow.put("this", self);
            inRow.put("parent", context);
            inRow.put("i", List.of(i + 1));
            judge(list.fields(), row, inRow, opened, rowName(plain(row), Map.of(), i), refusals);
            judged.add(new FormData(row));
        }
        return judged;
    }

    /** Hidden values are taken out, for the conditions that follow too; what is left must keep its constraints. */
    private void judge(
            Map<String, Field> fields,
            Map<String, @Nullable Object> values,
            Map<String, Object> context,
            Map<String, Object> opened,
            @Nullable String row,
            List<Refusal> refusals) {
        fields.forEach((key, field) -> {
            if (feel.isTrue(field.hide(), context)) {
                values.put(key, null);
                context.remove(key);
                if (row != null && context.get("this") instanceof Map<?, ?> self) {
                    self.remove(key);
                }
                return;
            }
            if (field.fixed()) {
                return;
            }
            String wrong = rules.check(field, values.get(key), context, FieldRules.options(field, opened));
            if (wrong != null) {
                refusals.add(new Refusal(key, row, label(field) + " " + wrong));
            }
        });
    }

    private static Map<String, Object> context(Map<String, Object> opened, Map<String, @Nullable Object> values) {
        Map<String, Object> context = new HashMap<>(opened);
        context.keySet().removeAll(values.keySet());
        context.putAll(plain(values));
        return context;
    }

    /** As an expression of the browser sees them: dates are text. */
    private static Map<String, Object> plain(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                plain.put(key, value instanceof TemporalAccessor ? value.toString() : value);
            }
        });
        return plain;
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }

    private static String rowName(Map<String, Object> shown, Map<String, Object> sent, int index) {
        return NAMES_OF_A_ROW.stream()
                .map(name -> shown.getOrDefault(name, sent.get(name)))
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse(BigDecimal.valueOf(index + 1L).toPlainString());
    }

    private static String title(RowList list) {
        return list.label().isBlank() ? "Danh sách" : "“" + list.label() + "”";
    }

    private static String label(Field field) {
        String label = field.label().isBlank() ? field.key() : field.label();
        return "“" + label + "”";
    }
}
