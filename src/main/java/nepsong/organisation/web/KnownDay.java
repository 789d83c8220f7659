package nepsong.organisation.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.Seen;

/**
 * What the table said of a day when the form was opened.
 *
 * @param day  that is edited; empty for a new one
 * @param seen its mark; empty from a program, which has seen no page
 */
public record KnownDay(String day, String seen) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    static KnownDay of(String day, Optional<CalendarDay> entry) {
        return new KnownDay(day, Seen.mark(entry.orElse(null)));
    }

    /** The mark that the saved day has to have: of another day than the edited one nothing was known. */
    String markOf(String saved) {
        return seen.isBlank() || saved.equals(day) ? seen : Seen.mark((Object) null);
    }

    /** Said to whoever saves a day of which the table says now what the page did not show. */
    static String overtaken(LocalDate day, Optional<CalendarDay> now) {
        return now.map(entry ->
                        "Ngày %s đã có trong bảng: %s, có thể người khác vừa ghi. Hãy xem lại, rồi lưu lần nữa nếu vẫn muốn thay."
                                .formatted(DAY.format(day), words(entry)))
                .orElseGet(() ->
                        "Ngày %s không còn trong bảng, người khác vừa gỡ. Hãy xem lại, rồi lưu lần nữa nếu vẫn muốn thêm."
                                .formatted(DAY.format(day)));
    }

    /** Said to whoever switches or removes a day that is not there as the page showed it. */
    static String gone(Optional<CalendarDay> now) {
        return now.map(entry ->
                        "Người khác vừa sửa ngày này, hiện là %s. Hãy xem lại rồi bấm lần nữa.".formatted(words(entry)))
                .orElse("Bảng không còn ngày này; có thể người khác vừa gỡ.");
    }

    private static String words(CalendarDay entry) {
        String kind = entry.kind() == CalendarDay.Kind.OFF ? "ngày nghỉ" : "ngày làm bù";
        return "%s “%s”%s".formatted(kind, entry.note(), entry.active() ? "" : ", đang tắt");
    }
}
