package nepsong.reminder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;

/** When more time may be asked for: once, with a reason, for a few working days. */
final class ExtensionPolicy {

    static final int LONGEST = 5;

    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ExtensionPolicy() {}

    /** Why no more time is to be had for it, whatever is asked for. */
    static List<Refusal> obstacles(OpenTask task, boolean askedBefore, LocalDate today, WorkingCalendar calendar) {
        List<Refusal> refusals = new ArrayList<>();
        if (askedBefore) {
            refusals.add(Refusal.of("", "Việc này đã đề nghị gia hạn; mỗi việc chỉ được gia hạn một lần"));
        }
        if (task.groups().contains(GrantorPolicy.groupFor(task.step()))) {
            refusals.add(OwnWishPolicy.ofAGrantor());
        }
        if (task.step().equals("commendation.vote")) {
            refusals.add(Refusal.of("", "Thời hạn bỏ phiếu chung cho cả Hội đồng nên không gia hạn riêng"));
        }
        if (task.step().equals("evaluation.give-opinion")) {
            refusals.add(Refusal.of("", "Thời hạn góp ý chung cho cả Đoàn kiểm tra nên không gia hạn riêng"));
        }
        LocalDate latest = calendar.plus(task.dueOn(), LONGEST);
        if (latest.isBefore(today)) {
            refusals.add(
                    Refusal.of(
                            "",
                            "Gia hạn nhiều nhất đến hết ngày " + DAY.format(latest) + " (" + LONGEST
                                    + " ngày làm việc sau hạn), ngày đó đã qua nên không gia hạn được nữa; hãy làm ngay việc này"));
        }
        return refusals;
    }

    /** @param until the last day that is asked for */
    static List<Refusal> check(
            OpenTask task, LocalDate until, String reason, LocalDate today, WorkingCalendar calendar) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDate latest = calendar.plus(task.dueOn(), LONGEST);
        if (!until.isAfter(task.dueOn()) || until.isBefore(today) || until.isAfter(latest)) {
            refusals.add(Refusal.of(
                    "until",
                    "Hạn mới phải sau ngày " + DAY.format(task.dueOn())
                            + " (hạn hiện nay), không ở quá khứ và không quá ngày " + DAY.format(latest) + " ("
                            + LONGEST + " ngày làm việc)"));
        } else if (!calendar.isWorkingDay(until)) {
            refusals.add(
                    Refusal.of("until", "Hạn mới phải là ngày làm việc; ngày " + DAY.format(until) + " là ngày nghỉ"));
        }
        int length = TypedText.length(reason);
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            refusals.add(
                    Refusal.of("reason", "Lý do cần từ " + SHORTEST_REASON + " đến 20.000 ký tự để quyết định được"));
        }
        return refusals;
    }
}
