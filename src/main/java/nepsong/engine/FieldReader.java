package nepsong.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.engine.FormSchema.Field;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a browser or a program sent for one field into the value that the form's adapter works with. What cannot
 * be read is an {@link Unreadable}, with a Vietnamese reason.
 */
final class FieldReader {

    /** Why a value is not one of its field's kind. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    private FieldReader() {}

    static @Nullable Object read(Field field, @Nullable Object sent) throws Unreadable {
        if (sent == null) {
            return null;
        }
        return switch (field.type()) {
            case "number" -> number(sent);
            case "checkbox" -> flag(sent);
            case "datetime" -> moment(field, sent);
            case "taglist", "checklist" -> choices(sent);
            default -> text(sent);
        };
    }

    static @Nullable String text(Object sent) throws Unreadable {
        if (sent instanceof Map || sent instanceof List) {
            throw new Unreadable("không phải là văn bản");
        }
        String text = TypedText.of(sent.toString());
        if (!TypedText.canBeKept(text)) {
            throw new Unreadable("có ký tự không hợp lệ");
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal number(Object sent) throws Unreadable {
        if (sent instanceof Boolean || sent instanceof Map || sent instanceof List) {
            throw new Unreadable("không phải là số");
        }
        String digits = sent.toString().strip();
        if (digits.isEmpty()) {
            return null;
        }
        if (digits.length() > 30) {
            throw new Unreadable("số quá dài");
        }
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs(number.scale()) > 12 || number.precision() > 20) {
                throw new Unreadable("số quá lớn hoặc quá nhiều chữ số");
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new Unreadable("không phải là số");
        }
    }

    private static Boolean flag(Object sent) throws Unreadable {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        throw new Unreadable("chỉ nhận có hoặc không");
    }

    private static @Nullable Object moment(Field field, Object sent) throws Unreadable {
        String text = text(sent);
        if (text == null) {
            return null;
        }
        try {
            boolean dateOnly = field.node().path("subtype").asText("date").equals("date");
            return dateOnly ? plausible(LocalDate.parse(text)) : plausible(LocalDateTime.parse(text));
        } catch (DateTimeException notADate) {
            throw new Unreadable("không phải là ngày hợp lệ");
        }
    }

    private static <T extends Temporal> T plausible(T moment) throws Unreadable {
        int year = moment.get(ChronoField.YEAR);
        if (year < 1900 || year > 2100) {
            throw new Unreadable("năm phải từ 1900 đến 2100");
        }
        return moment;
    }

    private static List<String> choices(Object sent) throws Unreadable {
        if (!(sent instanceof List<?> list)) {
            throw new Unreadable("không phải là danh sách lựa chọn");
        }
        List<String> choices = new ArrayList<>();
        for (Object one : list) {
            String choice = one == null ? null : text(one);
            if (choice != null && !choices.contains(choice)) {
                choices.add(choice);
            }
        }
        return List.copyOf(choices);
    }
}
