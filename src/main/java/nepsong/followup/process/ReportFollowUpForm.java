package nepsong.followup.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import nepsong.engine.AssignedTask;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.followup.FollowUp;
import nepsong.followup.FollowUpReport;
import nepsong.followup.FollowUps;
import nepsong.followup.ReportFollowUp;
import org.springframework.stereotype.Component;

@Component
class ReportFollowUpForm implements TaskForm, DeadlineFollower {

    private final ReportFollowUp reporting;
    private final FollowUps followUps;
    private final Clock clock;

    ReportFollowUpForm(ReportFollowUp reporting, FollowUps followUps, Clock clock) {
        this.reporting = reporting;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "follow-up.report";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of("completedOn", LocalDate.now(clock));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        FollowUp followUp = followUps.get(task.text(FollowUpProcess.FOLLOW_UP));
        FollowUpReport last = followUp.last();
        Map<String, Object> shown = FollowUpView.of(task, followUp);
        shown.put(
                "returnReason",
                last == null || last.verdict() == null
                        ? ""
                        : Objects.requireNonNullElse(last.verdict().reason(), ""));
        return shown;
    }

    @Override
    public void moved(AssignedTask task, LocalDate from, LocalDate to) {
        followUps.postpone(task.text(FollowUpProcess.FOLLOW_UP), to);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(
                reporting.report(
                        task.text(FollowUpProcess.FOLLOW_UP),
                        data.text("result"),
                        data.requiredDate("completedOn"),
                        task.user()),
                Map.of());
    }
}
