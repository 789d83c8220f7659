package nepsong.followup.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.followup.FollowUp;
import nepsong.followup.FollowUps;
import nepsong.followup.ReportFollowUp;
import org.springframework.stereotype.Component;

@Component
class ReportFollowUpForm implements TaskForm, AssignmentWords, DeadlineFollower {

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
        Map<String, Object> shown = FollowUpView.of(task, followUp);
        shown.put("returnReason", followUp.returnedBecause());
        return shown;
    }

    /** The first report is told of in the usual words. */
    @Override
    public Optional<Wording> words(AssignedTask task) {
        if (!task.knows("decision")) {
            return Optional.empty();
        }
        FollowUp followUp = followUps.get(task.text(FollowUpProcess.FOLLOW_UP));
        return Optional.of(new Wording(
                "follow-up.returned",
                Map.of(
                        "code",
                        followUp.code(),
                        "given",
                        followUp.task(),
                        "reason",
                        followUp.returnedBecause(),
                        "deadline",
                        followUp.dueOn())));
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
