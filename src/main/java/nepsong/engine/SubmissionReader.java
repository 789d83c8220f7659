package nepsong.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import nepsong.engine.FormSchema.Field;
import nepsong.engine.FormSchema.RowList;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was sent against what the form showed: what is read-only and what was not sent stays as it opened, rows of
 * a fixed list are neither added nor taken away nor change places, and what the form does not declare is refused.
 */
final class SubmissionReader {

    /** That a person adds; a list of the server's own is as long as the city has units. */
    private static final int MOST_ROWS = 1_000;

    private static final List<String> NAMES_OF_A_ROW = List.of("code", "unitName", "name", "title");

    /** A name that is itself too long would be repeated with everything that is wrong with its row. */
    private static final int LONGEST_NAME = 200;

    private static final String OTHER_ROW = "Dữ liệu gửi lên ở vị trí này là của dòng khác; hãy tải lại trang";

    private final FormSchema form;
    private final Map<String, Object> opened;
    private final Map<String, ? extends @Nullable Object> submitted;
    private final List<Refusal> refusals;

    SubmissionReader(
            FormSchema form,
            Map<String, Object> opened,
            Map<String, ? extends @Nullable Object> submitted,
            List<Refusal> refusals) {
        this.form = form;
        this.opened = opened;
        this.submitted = submitted;
        this.refusals = refusals;
    }

    /** The rows of one list as they were read; null is a field left empty. */
    record Rows(List<Map<String, @Nullable Object>> rows) {

        static final Rows NONE = new Rows(List.of());
    }

    Map<String, @Nullable Object> fields() {
        submitted.keySet().stream()
                .filter(key -> !form.declares(key))
                .forEach(key -> refusals.add(Refusal.of(key, undeclared(key))));
        return read(form.fields(), opened, submitted, null);
    }

    Rows rows(RowList list) {
        boolean given = submitted.containsKey(list.path()) || isEmptied(list);
        Object opening = opened.get(list.path());
        List<?> before = (given ? opening : Proposals.settled(opening)) instanceof List<?> shown ? shown : List.of();
        Object sent =
                submitted.containsKey(list.path()) ? submitted.get(list.path()) : isEmptied(list) ? List.of() : before;
        if (!(sent instanceof List<?> rows)) {
            refusals.add(Refusal.of(list.path(), list.quoted() + " phải là một danh sách"));
            return Rows.NONE;
        }
        int most = Math.max(MOST_ROWS, before.size());
        if (list.open() && rows.size() > most) {
            refusals.add(Refusal.of(list.path(), list.quoted() + " không được quá " + most + " dòng"));
            return Rows.NONE;
        }
        if (!list.open() && rows.size() != before.size()) {
            refusals.add(Refusal.of(
                    list.path(),
                    list.quoted() + " phải có " + before.size() + " dòng, không thêm bớt; hãy tải lại trang"));
            return Rows.NONE;
        }
        List<Map<String, @Nullable Object>> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read.add(row(list, keyed(i < before.size() ? before.get(i) : null), keyed(rows.get(i)), i));
        }
        return new Rows(read);
    }

    private Map<String, @Nullable Object> row(
            RowList list, Map<String, Object> shown, Map<String, Object> sent, int index) {
        String name = name(shown, sent, index);
        sent.keySet().stream()
                .filter(key -> !list.fields().containsKey(key)
                        && !shown.containsKey(key)
                        && !form.computed().contains(key))
                .forEach(key -> refusals.add(Refusal.ofRow(list.path(), name, undeclared(key))));
        if (list.isOfAnotherRow(shown, sent)) {
            refusals.add(Refusal.ofRow(list.path(), name, OTHER_ROW));
        }
        return read(list.fields(), shown, sent, name);
    }

    /** The browser does not send a list whose rows were all taken out: the form counts them beside it. */
    private boolean isEmptied(RowList list) {
        return list.open() && submitted.get(list.path() + "Count") instanceof Number count && count.doubleValue() == 0;
    }

    private Map<String, @Nullable Object> read(
            Map<String, Field> fields,
            Map<String, Object> shown,
            Map<String, ? extends @Nullable Object> sent,
            @Nullable String row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            boolean kept = field.fixed() || !sent.containsKey(key);
            Object raw = kept ? shown.getOrDefault(key, defaultValue(field)) : sent.get(key);
            try {
                values.put(key, FieldReader.read(field, Proposals.settled(raw)));
            } catch (FieldReader.Unreadable unreadable) {
                values.put(key, null);
                refusals.add(new Refusal(key, row, field.quoted() + " " + unreadable.getMessage()));
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

    /** What names the row to a person: its code, its unit, or its number. */
    static String name(Map<String, Object> shown, Map<String, Object> sent, int index) {
        return NAMES_OF_A_ROW.stream()
                .map(name -> shown.getOrDefault(name, sent.get(name)))
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(Object::toString)
                .map(name -> TypedText.shortened(name, LONGEST_NAME))
                .findFirst()
                .orElse(String.valueOf(index + 1));
    }

    private static Map<String, Object> keyed(@Nullable Object row) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        }
        return keyed;
    }

    static String undeclared(String key) {
        return "Trường “" + key + "” không thuộc biểu mẫu này";
    }
}
