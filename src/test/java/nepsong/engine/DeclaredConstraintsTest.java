package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.engine.FormSchema.Field;
import nepsong.engine.FormSchema.RowList;
import org.junit.jupiter.api.Test;

/** Every constraint that a form of the house declares, broken once: the refusal names the field, and the row. */
class DeclaredConstraintsTest {

    private static final BigDecimal LIMIT = new BigDecimal(4);

    private final FormContract contract = new FormContract(Clock.systemUTC());

    /** A value that breaks one constraint, and what the refusal says. */
    private record Violation(String constraint, Object value, String reason) {}

    @Test
    void eachIsRefusedWithItsField() {
        int broken = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> form : ProbeForms.all().entrySet()) {
            JsonNode visible = form.getValue().deepCopy();
            unhide(visible.path("components"));
            FormSchema schema = FormSchema.read(visible);
            Map<String, Object> opened = opened(schema);
            for (Field field : schema.fields().values()) {
                for (Violation violation : violations(field)) {
                    Map<String, Object> sent = numbers(schema);
                    sent.put(field.key(), violation.value());
                    broken++;
                    judge(form.getKey(), schema, opened, sent, field, null, violation)
                            .ifPresent(missed::add);
                }
            }
            for (RowList list : schema.lists().values()) {
                for (Field field : list.fields().values()) {
                    for (Violation violation : violations(field)) {
                        Map<String, Object> row = new LinkedHashMap<>(openedRow(list));
                        row.put(field.key(), violation.value());
                        broken++;
                        judge(
                                        form.getKey(),
                                        schema,
                                        opened,
                                        Map.of(list.path(), List.of(row)),
                                        field,
                                        "TC-1",
                                        violation)
                                .ifPresent(missed::add);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(broken).isGreaterThan(600);
    }

    private Optional<String> judge(
            String form,
            FormSchema schema,
            Map<String, Object> opened,
            Map<String, Object> sent,
            Field field,
            String row,
            Violation violation) {
        List<Refusal> refusals = contract.check(schema, opened, sent).refusals();
        boolean named = refusals.stream()
                .anyMatch(refusal -> refusal.field().equals(field.key())
                        && (row == null) == (refusal.row() == null)
                        && refusal.reason().contains(field.quoted())
                        && refusal.reason().contains(violation.reason()));
        return named
                ? Optional.empty()
                : Optional.of("%s %s %s with %s: %s"
                        .formatted(form, field.key(), violation.constraint(), violation.value(), refusals));
    }

    /** Some limits are the value of another field. */
    private static Map<String, Object> numbers(FormSchema schema) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        schema.fields().values().stream()
                .filter(field -> field.type().equals("number"))
                .forEach(field -> numbers.put(field.key(), LIMIT));
        return numbers;
    }

    private static List<Violation> violations(Field field) {
        List<Violation> found = new ArrayList<>();
        if (field.fixed()) {
            return found;
        }
        if (field.required()) {
            found.add(new Violation("required", empty(field), "phải được"));
        }
        switch (field.type()) {
            case "number" -> numbers(field, found);
            case "datetime" -> dates(field, found);
            case "checkbox" -> found.add(new Violation("type", "có", "chỉ nhận"));
            case "select", "radio" -> found.add(new Violation("options", "no-such-choice", "không có trong"));
            case "taglist", "checklist" -> {
                found.add(new Violation("options", List.of("no-such-choice"), "không có trong"));
                found.add(new Violation("type", "a", "không phải là danh sách"));
            }
            default -> texts(field, found);
        }
        return found;
    }

    private static Object empty(Field field) {
        return switch (field.type()) {
            case "checkbox" -> false;
            case "taglist", "checklist" -> List.of();
            default -> "   ";
        };
    }

    private static void numbers(Field field, List<Violation> found) {
        found.add(new Violation("type", "nhiều", "không phải là số"));
        BigDecimal min = limit(field, "min");
        if (min != null) {
            found.add(new Violation("min", min.subtract(BigDecimal.ONE), "trở lên"));
        }
        BigDecimal max = limit(field, "max");
        if (max != null) {
            found.add(new Violation("max", max.add(BigDecimal.ONE), "không được quá"));
        }
        BigDecimal inside = min == null ? BigDecimal.ONE : min;
        int decimals = field.node().path("decimalDigits").asInt(-1);
        if (decimals >= 0) {
            BigDecimal tooFine = inside.add(BigDecimal.ONE.movePointLeft(decimals + 1));
            found.add(new Violation("decimalDigits", tooFine, decimals == 0 ? "số nguyên" : "chữ số thập phân"));
        }
        String step = field.node().path("increment").asText("");
        if (!step.isEmpty() && decimals > 0) {
            found.add(new Violation("increment", inside.add(BigDecimal.ONE.movePointLeft(decimals)), "theo bước"));
        }
    }

    /** A static limit, or that of the row or of another field, which are {@link #LIMIT}. */
    private static BigDecimal limit(Field field, String name) {
        String limit = field.limit(name);
        return limit == null ? null : limit.startsWith("=") ? LIMIT : new BigDecimal(limit);
    }

    private static void dates(Field field, List<Violation> found) {
        found.add(new Violation("type", "31/12/2026", "không phải là ngày"));
        boolean time = field.node().path("subtype").asText("date").equals("datetime");
        found.add(new Violation("year", time ? "0026-01-01T08:00" : "0026-01-01", "năm phải từ"));
        if (field.node().path("disallowPassedDates").asBoolean()) {
            found.add(new Violation("past", time ? "2001-01-01T08:00" : "2001-01-01", "quá khứ"));
        }
    }

    private static void texts(Field field, List<Violation> found) {
        JsonNode validate = field.node().path("validate");
        found.add(new Violation("type", Map.of("a", "b"), "không phải là văn bản"));
        int least = validate.path("minLength").asInt(0);
        if (least > 1) {
            found.add(new Violation("minLength", "x", "cần ít nhất " + least));
        }
        int most = validate.path("maxLength").asInt(FieldRules.LONGEST_TEXT);
        found.add(new Violation("maxLength", "x".repeat(most + 1), "không được quá " + most));
        int fitting = Math.min(most, Math.max(least, 3));
        if (validate.hasNonNull("pattern")) {
            found.add(new Violation("pattern", "#".repeat(fitting), "không đúng mẫu"));
        }
        if (validate.path("validationType").asText("").equals("email")) {
            found.add(new Violation("email", "x".repeat(fitting), "thư điện tử"));
        }
    }

    private static Map<String, Object> opened(FormSchema schema) {
        Map<String, Object> opened = new LinkedHashMap<>();
        schema.fields().values().forEach(field -> offer(field, opened));
        schema.lists().values().forEach(list -> {
            list.fields().values().forEach(field -> offer(field, opened));
            opened.put(list.path(), List.of(openedRow(list)));
        });
        return opened;
    }

    private static void offer(Field field, Map<String, Object> opened) {
        String key = field.optionsKey();
        if (key != null) {
            opened.put(key, List.of(new Option("a", "A")));
        }
    }

    private static Map<String, Object> openedRow(RowList list) {
        Map<String, Object> row = new LinkedHashMap<>();
        list.fields().values().stream()
                .filter(Field::fixed)
                .forEach(field -> row.put(field.key(), field.type().equals("number") ? LIMIT : "4"));
        row.put("code", "TC-1");
        row.put("max", LIMIT);
        return row;
    }

    private static void unhide(JsonNode components) {
        for (JsonNode component : components) {
            ((ObjectNode) component).remove("conditional");
            unhide(component.path("components"));
        }
    }
}
