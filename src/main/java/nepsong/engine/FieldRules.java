package nepsong.engine;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.engine.FormSchema.Field;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/** The constraints that a form declares for a field, checked as the browser checks them; each "no" is a sentence. */
final class FieldRules {

    /** What a text takes where the form does not say: characters, as code points. */
    static final int LONGEST_TEXT = 20_000;

    /** Longer ones no mail server takes. */
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();
    private final Feel feel;
    private final Clock clock;

    FieldRules(Feel feel, Clock clock) {
        this.feel = feel;
        this.clock = clock;
    }

    /**
     * @param scope   what the expressions of the field's limits may name
     * @param options what the field offers; null where it offers nothing
     * @return null when nothing is wrong
     */
    @Nullable
    String check(Field field, @Nullable Object value, Scope scope, @Nullable Set<String> options) {
        if (isMissing(field, value)) {
            return field.required() ? missing(field) : null;
        }
        if (value instanceof BigDecimal number) {
            return checkNumber(field, number, scope);
        }
        if (value instanceof String text) {
            return options == null ? checkText(field, text) : checkChoice(text, options);
        }
        if (value instanceof List<?> choices) {
            return choices.stream()
                    .map(choice -> checkChoice(choice.toString(), options == null ? Set.of() : options))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (value instanceof LocalDateTime moment) {
            return checkDay(field, moment.toLocalDate());
        }
        return value instanceof LocalDate day ? checkDay(field, day) : null;
    }

    /** Nothing was written, chosen or ticked. */
    static boolean isMissing(Field field, @Nullable Object value) {
        return value == null
                || value instanceof List<?> list && list.isEmpty()
                || field.type().equals("checkbox") && Boolean.FALSE.equals(value);
    }

    private static String missing(Field field) {
        return switch (field.type()) {
            case "checkbox" -> "phải được đánh dấu";
            case "select", "radio", "taglist", "checklist" -> "phải được chọn";
            default -> "phải được nhập";
        };
    }

    private @Nullable String checkNumber(Field field, BigDecimal number, Scope scope) {
        BigDecimal min = feel.number(field.limit("min"), scope);
        if (min != null && number.compareTo(min) < 0) {
            return "phải từ " + plain(min) + " trở lên";
        }
        BigDecimal max = feel.number(field.limit("max"), scope);
        if (max != null && number.compareTo(max) > 0) {
            return "không được quá " + plain(max);
        }
        int decimals = field.node().path("decimalDigits").asInt(12);
        if (number.stripTrailingZeros().scale() > decimals) {
            return decimals == 0 ? "phải là số nguyên" : "chỉ nhận tối đa " + decimals + " chữ số thập phân";
        }
        String step = field.node().path("increment").asText("");
        if (!step.isEmpty() && number.remainder(new BigDecimal(step)).signum() != 0) {
            return "phải theo bước " + plain(new BigDecimal(step));
        }
        return null;
    }

    private @Nullable String checkText(Field field, String text) {
        int length = TypedText.length(text);
        int least = field.node().path("validate").path("minLength").asInt(0);
        if (length < least) {
            return "cần ít nhất " + least + " ký tự (hiện có " + length + ")";
        }
        int most = field.node().path("validate").path("maxLength").asInt(LONGEST_TEXT);
        if (length > most) {
            return "không được quá " + most + " ký tự (hiện có " + length + ")";
        }
        String pattern = field.limit("pattern");
        if (pattern != null
                && !patterns.computeIfAbsent(pattern, Pattern::compile)
                        .matcher(text)
                        .find()) {
            return "không đúng mẫu";
        }
        boolean email =
                field.node().path("validate").path("validationType").asText("").equals("email");
        return email && (length > LONGEST_EMAIL || !EMAIL.matcher(text).matches())
                ? "không phải là địa chỉ thư điện tử"
                : null;
    }

    private static @Nullable String checkChoice(String choice, Set<String> options) {
        return options.contains(choice) ? null : "không có trong các lựa chọn";
    }

    private @Nullable String checkDay(Field field, LocalDate day) {
        boolean notInPast = field.node().path("disallowPassedDates").asBoolean(false);
        return notInPast && day.isBefore(LocalDate.now(clock)) ? "không được ở trong quá khứ" : null;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** What a select, radio or tag list offers; null for other fields. */
    static @Nullable Set<String> options(Field field, Map<String, Object> opened) {
        String key = field.optionsKey();
        if (key != null) {
            return opened.get(key) instanceof List<?> offered
                    ? offered.stream().map(FieldRules::value).collect(Collectors.toSet())
                    : Set.of();
        }
        return switch (field.type()) {
            case "select", "radio", "checklist", "taglist" -> Set.copyOf(FormSchema.staticOptions(field));
            default -> null;
        };
    }

    private static String value(Object offered) {
        return offered instanceof Option option ? option.value() : offered.toString();
    }
}
