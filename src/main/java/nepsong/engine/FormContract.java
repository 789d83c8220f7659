package nepsong.engine;

import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nepsong.cycle.Refusal;
import nepsong.engine.FormSchema.Field;
import nepsong.engine.FormSchema.RowList;
import nepsong.engine.SubmissionReader.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is wrong with a submission: the one answer for Tasklist, programs and Java. A key that the form does not declare
 * is refused; what is read-only keeps the server's value whatever was sent; what was not sent stays as it opened; what
 * the form hides counts as absent; everything else must keep the constraints that the form declares.
 */
@Component
public class FormContract {

    private final Feel feel = new Feel();
    private final FieldRules rules;

    public FormContract(Clock clock) {
        this.rules = new FieldRules(feel, clock);
    }

    /** The values to work with, or why there are none. */
    public record Checked(List<Refusal> refusals, FormData data) {}

    /** What was sent and the form does not know; refused before anything is read or stored. */
    public List<Refusal> undeclared(FormSchema form, Map<String, ? extends @Nullable Object> submitted) {
        return submitted.keySet().stream()
                .filter(key -> !form.declares(key))
                .map(key -> Refusal.of(key, SubmissionReader.undeclared(key)))
                .toList();
    }

    /**
     * @param opened    what the form's adapter showed
     * @param submitted plain values as they were sent: text, numbers, booleans, lists of maps
     */
    public Checked check(
            FormSchema form, Map<String, Object> opened, Map<String, ? extends @Nullable Object> submitted) {
        List<Refusal> refusals = new ArrayList<>();
        SubmissionReader reader = new SubmissionReader(form, opened, submitted, refusals);
        Map<String, @Nullable Object> values = reader.fields();
        Map<String, Rows> rows = new LinkedHashMap<>();
        form.lists().forEach((path, list) -> rows.put(path, reader.rows(list)));

        Map<Field, Set<String>> known = new IdentityHashMap<>();
        Function<Field, @Nullable Set<String>> options =
                field -> known.computeIfAbsent(field, one -> FieldRules.options(one, opened));
        Map<String, Object> context = context(opened, values);
        Map<String, List<Map<String, Object>>> plain = new HashMap<>();
        rows.forEach((path, read) ->
                plain.put(path, read.rows().stream().map(FormContract::plain).toList()));
        context.putAll(plain);
        Scope scope = Scope.ofForm(context);
        judge(form.fields(), values, scope, options, null, refusals);
        Map<String, @Nullable Object> result = new LinkedHashMap<>(values);
        form.lists().forEach((path, list) -> {
            Rows read = feel.isTrue(list.hide(), scope) ? Rows.NONE : rows.getOrDefault(path, Rows.NONE);
            result.put(path, judgeRows(list, read, plain.getOrDefault(path, List.of()), scope, options, refusals));
        });
        return new Checked(refusals, new FormData(result));
    }

    private List<FormData> judgeRows(
            RowList list,
            Rows read,
            List<Map<String, Object>> plain,
            Scope form,
            Function<Field, @Nullable Set<String>> options,
            List<Refusal> refusals) {
        List<FormData> judged = new ArrayList<>();
        for (int i = 0; i < read.rows().size(); i++) {
            Map<String, @Nullable Object> row = read.rows().get(i);
            Scope inRow = form.ofRow(plain.get(i), i);
            judge(list.fields(), row, inRow, options, SubmissionReader.name(plain.get(i), Map.of(), i), refusals);
            judged.add(new FormData(row));
        }
        return judged;
    }

    /** Hidden values are taken out, for the conditions that follow too; what is left must keep its constraints. */
    private void judge(
            Map<String, Field> fields,
            Map<String, @Nullable Object> values,
            Scope scope,
            Function<Field, @Nullable Set<String>> options,
            @Nullable String row,
            List<Refusal> refusals) {
        fields.forEach((key, field) -> {
            if (!field.required() && FieldRules.isMissing(field, values.get(key))) {
                return;
            }
            if (feel.isTrue(field.hide(), scope)) {
                values.put(key, null);
                scope.hide(key);
                return;
            }
            if (field.fixed()) {
                return;
            }
            String wrong = rules.check(field, values.get(key), scope, options.apply(field));
            if (wrong != null) {
                refusals.add(new Refusal(key, row, field.quoted() + " " + wrong));
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
}
