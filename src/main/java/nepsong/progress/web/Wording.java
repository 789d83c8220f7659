package nepsong.progress.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.language.Written;
import nepsong.organisation.WorkingCalendar;
import nepsong.progress.Column;
import nepsong.progress.Row;
import org.jspecify.annotations.Nullable;

/** Values of a listing in words, with the numbers and dates of their reader, and the links that lead on from them. */
final class Wording {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Wording() {}

    static Cell cell(Row row, Column column, String cycle) {
        Object value = row.get(column.key());
        String link = column.link();
        boolean leadsOn = link != null && value != null && !Long.valueOf(0).equals(value);
        return new Cell(column, text(column, value), leadsOn ? link(String.valueOf(link), row, cycle) : null);
    }

    static String text(Column column, @Nullable Object value) {
        if (value == null) {
            return column.kind().isText() ? "" : "–";
        }
        if (value instanceof LocalDate day) {
            return Written.day(day);
        }
        if (value instanceof Instant moment) {
            return Written.moment(moment.atZone(WorkingCalendar.ZONE));
        }
        if (value instanceof BigDecimal number) {
            String text = decimal(number);
            return column.kind() == Column.Kind.DIFFERENCE && number.signum() > 0 ? "+" + text : text;
        }
        if (value instanceof Long number) {
            return column.kind() == Column.Kind.CHANGE ? change(number) : String.valueOf(number);
        }
        return column.names().getOrDefault(value.toString(), value.toString());
    }

    /** Two decimals, a true minus. */
    static String decimal(BigDecimal number) {
        return Written.number(number, "#,##0.00");
    }

    private static String change(long places) {
        if (places == 0) {
            return "= giữ hạng";
        }
        return places > 0 ? "↑ +" + places : "↓ −" + -places;
    }

    /** Empty where a value that the path needs is missing. */
    private static @Nullable String link(String path, Row row, String cycle) {
        Matcher placeholders = PLACEHOLDER.matcher(path);
        StringBuilder link = new StringBuilder();
        while (placeholders.find()) {
            String name = placeholders.group(1);
            String value = name.equals("cycle") ? cycle : row.text(name);
            if (value.isEmpty()) {
                return null;
            }
            placeholders.appendReplacement(
                    link, Matcher.quoteReplacement(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return placeholders.appendTail(link).toString();
    }
}
