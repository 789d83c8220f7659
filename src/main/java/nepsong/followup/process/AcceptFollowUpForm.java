package nepsong.followup.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nepsong.cycle.Affair;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.followup.AcceptFollowUp;
import nepsong.followup.FollowUp;
import nepsong.followup.FollowUpReport;
import nepsong.followup.FollowUps;
import org.springframework.stereotype.Component;

@Component
class AcceptFollowUpForm implements TaskForm {

    private static final String RETURN = "return";

    private final AcceptFollowUp accepting;
    private final FollowUps followUps;
    private final StandIns standIns;

    AcceptFollowUpForm(AcceptFollowUp accepting, FollowUps followUps, StandIns standIns) {
        this.accepting = accepting;
        this.followUps = followUps;
        this.standIns = standIns;
    }

    @Override
    public String key() {
        return "follow-up.accept";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        FollowUp followUp = followUps.get(task.text(FollowUpProcess.FOLLOW_UP));
        FollowUpReport last = Objects.requireNonNull(followUp.last());
        Map<String, Object> shown = FollowUpView.of(task, followUp);
        shown.put("round", last.number());
        shown.put("reportText", last.result());
        shown.put("completedText", FollowUpView.day(last.completedOn()));
        shown.put(
                "reporter",
                standIns.author(last.reportedBy(), new Affair(followUp.cycle(), followUp.unit()), "follow-up.report"));
        shown.put("reportedText", FollowUpView.day(last.reportedAt()));
        shown.put("returnedText", returned(followUp.reports()));
        return shown;
    }

    private static String returned(List<FollowUpReport> reports) {
        return reports.stream()
                .map(FollowUpReport::verdict)
                .filter(verdict -> verdict != null && !verdict.accepted())
                .map(verdict -> "- Đã trả lại ngày %s: %s".formatted(FollowUpView.day(verdict.at()), verdict.reason()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String followUp = task.text(FollowUpProcess.FOLLOW_UP);
        String decision = data.text("decision");
        if (!decision.equals(RETURN)) {
            return Outcome.of(accepting.accept(followUp, task.user()), Map.of("decision", decision));
        }
        List<Refusal> refusals = accepting.giveBack(followUp, data.text("reason"), task.user());
        LocalDate dueOn = followUps.get(followUp).dueOn();
        return Outcome.of(refusals, Map.of("decision", decision, FollowUpProcess.REPORT_DUE_ON, dueOn.toString()));
    }
}
