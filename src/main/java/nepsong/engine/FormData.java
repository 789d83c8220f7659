package nepsong.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form's values after its contract was checked: text is NFC and stripped, numbers are {@link BigDecimal}, dates are
 * {@link LocalDate}, read-only values are the server's own, hidden fields are absent. A row of a list is one as well.
 */
public final class FormData {

    private final Map<String, Object> values;

    public FormData(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        this.values = Collections.unmodifiableMap(present);
    }

    /** Empty where nothing was typed. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }

    public @Nullable String textOrNull(String key) {
        String text = text(key);
        return text.isEmpty() ? null : text;
    }

    public Optional<BigDecimal> number(String key) {
        return Optional.ofNullable((BigDecimal) values.get(key));
    }

    /** Only for a number that the form requires. */
    public BigDecimal requiredNumber(String key) {
        return number(key).orElseThrow(() -> missing(key));
    }

    public int integer(String key) {
        return requiredNumber(key).intValueExact();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    public Optional<LocalDate> date(String key) {
        return Optional.ofNullable((LocalDate) values.get(key));
    }

    public LocalDate requiredDate(String key) {
        return date(key).orElseThrow(() -> missing(key));
    }

    /** In the time of Hà Nội. */
    public Optional<LocalDateTime> dateTime(String key) {
        return Optional.ofNullable((LocalDateTime) values.get(key));
    }

    public LocalDateTime requiredDateTime(String key) {
        return dateTime(key).orElseThrow(() -> missing(key));
    }

    /** The values chosen in a tag list or checklist. */
    @SuppressWarnings("unchecked")
    public List<String> choices(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<FormData> rows(String list) {
        return (List<FormData>) values.getOrDefault(list, List.of());
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException("the form does not require " + key);
    }
}
