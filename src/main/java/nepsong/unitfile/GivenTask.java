package nepsong.unitfile;

import java.time.LocalDate;
import java.util.List;
import nepsong.evaluation.Conference;
import nepsong.followup.FollowUp;
import nepsong.followup.FollowUpReport;
import org.jspecify.annotations.Nullable;

/**
 * What the conference gave the unit to do, and what became of it.
 *
 * @param code    what people call it; null where it is not followed up
 * @param state   in Vietnamese
 * @param tone    of the state: good, bad or neither
 * @param reports what the unit reported, the newest last
 */
public record GivenTask(
        String task, LocalDate dueOn, @Nullable String code, String state, String tone, List<FollowUpReport> reports) {

    public GivenTask {
        reports = List.copyOf(reports);
    }

    /** @param stopped whether the cycle was withdrawn since, and with it whatever was still to be done */
    static GivenTask of(Conference.FollowUp decided, @Nullable FollowUp begun, boolean stopped, LocalDate today) {
        if (begun == null) {
            return new GivenTask(decided.task(), decided.dueOn(), null, "", "", List.of());
        }
        String state;
        String tone = "";
        if (begun.isDone()) {
            state = "Đã hoàn thành";
            tone = "good";
        } else if (stopped) {
            state = "Dừng cùng kỳ kiểm tra";
        } else if (begun.isReported()) {
            state = "Chờ xác nhận";
        } else if (begun.isOverdue(today)) {
            state = "Quá hạn báo cáo";
            tone = "bad";
        } else {
            state = begun.reports().isEmpty() ? "Đang thực hiện" : "Bị trả lại, làm tiếp";
        }
        return new GivenTask(decided.task(), begun.dueOn(), begun.code(), state, tone, begun.reports());
    }
}
