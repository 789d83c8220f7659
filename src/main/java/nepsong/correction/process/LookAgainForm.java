package nepsong.correction.process;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.correction.ConfirmCorrection;
import nepsong.correction.CorrectionReports;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.correction.ReopenFinding;
import nepsong.correction.ReportedCorrection;
import nepsong.correction.SecondLookPolicy;
import nepsong.correction.VerifierPolicy;
import nepsong.cycle.Refusal;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class LookAgainForm implements TaskForm {

    private static final String REOPEN = "reopen";

    private final VerifierPolicy verifiers;
    private final SecondLookPolicy proof;
    private final ConfirmCorrection confirming;
    private final ReopenFinding reopening;
    private final Findings findings;
    private final FindingPhotos photos;
    private final FindingCriterion criterion;
    private final CorrectionReports reports;

    LookAgainForm(
            VerifierPolicy verifiers,
            SecondLookPolicy proof,
            ConfirmCorrection confirming,
            ReopenFinding reopening,
            Findings findings,
            FindingPhotos photos,
            FindingCriterion criterion,
            CorrectionReports reports) {
        this.verifiers = verifiers;
        this.proof = proof;
        this.confirming = confirming;
        this.reopening = reopening;
        this.findings = findings;
        this.photos = photos;
        this.criterion = criterion;
        this.reports = reports;
    }

    @Override
    public String key() {
        return "correction.look-again";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        List<ReportedCorrection> reported = reports.of(finding.id());
        ReportedCorrection last = reported.get(reported.size() - 1);
        Map<String, Object> shown = FindingView.of(task, finding, photos);
        shown.put("criterionText", criterion.said(finding));
        shown.put("round", last.number());
        shown.put("measure", last.report().measure());
        shown.put("completedText", FindingView.day(last.report().completedOn()));
        shown.put(
                "closedText",
                finding.closedAt() == null
                        ? ""
                        : FindingView.day(LocalDate.ofInstant(finding.closedAt(), WorkingCalendar.ZONE)));
        shown.put(
                "photoAfterText",
                FindingView.photosText(last.report().photo(), photos.counted(finding, EvidenceKind.CORRECTION)));
        return shown;
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return verifiers.objection(task.text(CorrectionProcess.FINDING), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String finding = task.text(CorrectionProcess.FINDING);
        String decision = data.text("decision");
        List<Refusal> refusals = new ArrayList<>(verifiers.check(finding, task.user()));
        refusals.addAll(proof.check(finding));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (decision.equals(REOPEN)) {
            LocalDate dueOn = reopening.reopen(finding, task.user(), data.text("reason"));
            return Outcome.accepted(Map.of("decision", decision, CorrectionProcess.REPORT_DUE_ON, dueOn.toString()));
        }
        confirming.confirm(finding, task.user());
        return Outcome.accepted(Map.of("decision", decision));
    }
}
