package nepsong.notification;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** Values as a Vietnamese reader writes them, so that a mail says what was so when it was queued. */
final class Facts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Facts() {}

    static Map<String, Object> of(Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                plain.put(String.valueOf(name), plain(value));
            }
        });
        return plain;
    }

    /** One line without control characters, for headers. */
    static String line(@Nullable String text) {
        return text == null ? "" : BREAKS.matcher(text(text)).replaceAll(" ").strip();
    }

    /** The same, cut where a column ends. */
    static String line(@Nullable String text, int longest) {
        String line = line(text);
        return TypedText.shortened(line, longest);
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Facts::plain).toList();
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof OffsetDateTime moment) {
            return MOMENT.format(moment.atZoneSameInstant(WorkingCalendar.ZONE));
        }
        if (value instanceof ZonedDateTime moment) {
            return MOMENT.format(moment.withZoneSameInstant(WorkingCalendar.ZONE));
        }
        if (value instanceof java.time.Instant moment) {
            return MOMENT.format(moment.atZone(WorkingCalendar.ZONE));
        }
        if (value instanceof Date moment) {
            return MOMENT.format(moment.toInstant().atZone(WorkingCalendar.ZONE));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        return text(String.valueOf(value));
    }

    private static String text(String text) {
        return CONTROL.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    }
}
