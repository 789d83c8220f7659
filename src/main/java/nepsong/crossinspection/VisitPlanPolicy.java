package nepsong.crossinspection;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;

/** When a unit may be visited: on a working day, within office hours, and after five working days' notice unless unannounced. */
public final class VisitPlanPolicy {

    public static final int NOTICE_DAYS = 5;
    public static final LocalTime USUAL = LocalTime.of(9, 0);

    private static final LocalTime FIRST = LocalTime.of(8, 0);
    private static final LocalTime LAST = LocalTime.of(16, 30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final WorkingCalendar calendar;

    public VisitPlanPolicy(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Both times are those of Hà Nội. */
    public List<Refusal> check(LocalDateTime plannedAt, boolean announced, LocalDateTime now) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate today = now.toLocalDate();
        LocalDate day = plannedAt.toLocalDate();
        LocalTime time = plannedAt.toLocalTime();
        if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
            refusals.add(refusal("“Thời gian kiểm tra” phải từ hôm nay đến một năm sau"));
            return refusals;
        }
        if (plannedAt.isBefore(now)) {
            refusals.add(refusal("“Thời gian kiểm tra” đã qua: hãy chọn giờ muộn hơn hoặc ngày khác"));
        }
        if (!calendar.isWorkingDay(day)) {
            refusals.add(refusal("Ngày " + DAY.format(day) + " không phải là ngày làm việc"));
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            refusals.add(refusal("Giờ kiểm tra phải trong khoảng 8:00–16:30"));
        }
        LocalDate earliest = earliest(announced, today);
        if (announced && day.isBefore(earliest)) {
            refusals.add(refusal("Kiểm tra báo trước phải cách hôm nay ít nhất 5 ngày làm việc: sớm nhất là ngày "
                    + DAY.format(earliest)));
        }
        return refusals;
    }

    /** The first day of which the unit is told in time, or need not be told. */
    public LocalDate earliest(boolean announced, LocalDate today) {
        return announced ? calendar.plus(today, NOTICE_DAYS) : today;
    }

    private static Refusal refusal(String reason) {
        return Refusal.of("plannedAt", reason);
    }
}
