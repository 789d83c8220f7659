package nepsong.organisation.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.CalendarDays;
import nepsong.organisation.ChangeCalendar;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/calendar/deadline} for any login; {@code /api/calendar/days} is the table of exceptions, which
 * {@code camunda-admin} alone may change, as the routes' rules say. Bad input is answered by 400 and a Vietnamese reason.
 */
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int MOST_DAYS = 1000;
    private static final String BAD_DATE =
            "%s phải là một ngày có thật, dạng năm-tháng-ngày, từ năm 1900 đến năm 2100, ví dụ 2026-02-10.";

    private final WorkingCalendar calendar;
    private final CalendarDays days;
    private final ChangeCalendar change;

    CalendarController(WorkingCalendar calendar, CalendarDays days, ChangeCalendar change) {
        this.change = change;
        this.calendar = calendar;
        this.days = days;
    }

    record Deadline(LocalDate from, int workingDays, LocalDate deadline, OffsetDateTime dueAt) {}

    record DayRequest(CalendarDay.@Nullable Kind kind, @Nullable String note, @Nullable Boolean active) {}

    @GetMapping("/deadline")
    ResponseEntity<?> deadline(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String workingDays) {
        Optional<LocalDate> start = date(from);
        if (start.isEmpty()) {
            return refused(BAD_DATE.formatted("Ngày bắt đầu (from)"));
        }
        if (!workingDays.matches("\\d{1,4}") || Integer.parseInt(workingDays) > MOST_DAYS) {
            return refused("Số ngày làm việc (workingDays) phải là số nguyên từ 0 đến %d.".formatted(MOST_DAYS));
        }
        int count = Integer.parseInt(workingDays);
        try {
            LocalDate last = calendar.plus(start.get(), count);
            OffsetDateTime dueAt =
                    calendar.dueAt(last).atZone(WorkingCalendar.ZONE).toOffsetDateTime();
            return ResponseEntity.ok(new Deadline(start.get(), count, last, dueAt));
        } catch (IllegalArgumentException outside) {
            return refused("Thời hạn vượt quá năm 2100, là năm cuối mà lịch làm việc tính được.");
        }
    }

    @GetMapping("/days")
    Collection<CalendarDay> days() {
        return days.all().values();
    }

    @PutMapping("/days/{day}")
    ResponseEntity<?> save(@PathVariable String day, @RequestBody DayRequest request) {
        Optional<LocalDate> date = date(day);
        if (date.isEmpty()) {
            return refused(BAD_DATE.formatted("Ngày"));
        }
        CalendarDay.Kind kind = request.kind();
        String note = request.note() == null ? "" : TypedText.of(request.note());
        if (kind == null) {
            return refused("Loại ngày (kind) phải là OFF (ngày nghỉ) hoặc MAKEUP_WORK (ngày làm bù).");
        }
        if (note.isEmpty() || note.length() > CalendarDay.LONGEST_NOTE) {
            return refused("Ghi chú (note) phải có từ 1 đến %d ký tự.".formatted(CalendarDay.LONGEST_NOTE));
        }
        var saved = new CalendarDay(date.get(), kind, note, !Boolean.FALSE.equals(request.active()));
        change.save(saved);
        return ResponseEntity.ok(saved);
    }

    @DeleteMapping("/days/{day}")
    ResponseEntity<?> remove(@PathVariable String day) {
        Optional<LocalDate> date = date(day);
        if (date.isEmpty()) {
            return refused(BAD_DATE.formatted("Ngày"));
        }
        if (!change.remove(date.get(), "")) {
            return problem(HttpStatus.NOT_FOUND, "Lịch không có ngoại lệ nào cho ngày này.");
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<?> unreadable(HttpMessageNotReadableException unreadable) {
        return refused("Nội dung gửi lên phải là JSON với kind (OFF hoặc MAKEUP_WORK), note và active.");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            boolean known = date.getYear() >= WorkingCalendar.FIRST_YEAR && date.getYear() <= WorkingCalendar.LAST_YEAR;
            return known ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<?> refused(String reason) {
        return problem(HttpStatus.BAD_REQUEST, reason);
    }

    private static ResponseEntity<?> problem(HttpStatus status, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setTitle("Lịch làm việc");
        return ResponseEntity.of(problem).build();
    }
}
