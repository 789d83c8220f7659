package nepsong.correction.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.correction.Cause;
import nepsong.correction.CorrectionReport;
import nepsong.correction.CorrectionReports;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.correction.ReportCorrection;
import nepsong.correction.ReportedCorrection;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class ReportCorrectionForm implements TaskForm, AssignmentWords, DeadlineFollower {

    private final ReportCorrection reporting;
    private final Findings findings;
    private final FindingPhotos photos;
    private final FindingCriterion criterion;
    private final CorrectionReports reports;
    private final Clock clock;

    ReportCorrectionForm(
            ReportCorrection reporting,
            Findings findings,
            FindingPhotos photos,
            FindingCriterion criterion,
            CorrectionReports reports,
            Clock clock) {
        this.clock = clock;
        this.reporting = reporting;
        this.findings = findings;
        this.photos = photos;
        this.criterion = criterion;
        this.reports = reports;
    }

    @Override
    public String key() {
        return "correction.report-correction";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        String finding = task.text(CorrectionProcess.FINDING);
        List<ReportedCorrection> before = reports.of(finding);
        Map<String, Object> shown = FindingView.of(task, findings.get(finding));
        String shortcoming =
                before.isEmpty() ? null : before.get(before.size() - 1).shortcoming();
        shown.put("completedOn", LocalDate.now(clock));
        shown.put("returnReason", Objects.requireNonNullElse(shortcoming, ""));
        shown.put(
                "causes",
                Arrays.stream(Cause.values())
                        .map(cause -> new Option(cause.name(), cause.label()))
                        .toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        Map<String, Object> shown = new LinkedHashMap<>(FindingView.photos(finding, photos));
        shown.put("criterionText", criterion.said(finding));
        return shown;
    }

    @Override
    public Optional<Wording> words(AssignedTask task) {
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        return Optional.of(new Wording(
                "correction.assigned",
                Map.of(
                        "code",
                        finding.code(),
                        "kind",
                        finding.type().label(),
                        "place",
                        finding.place(),
                        "deadline",
                        finding.dueOn())));
    }

    @Override
    public void moved(AssignedTask task, LocalDate from, LocalDate to) {
        findings.postpone(task.text(CorrectionProcess.FINDING), to);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        CorrectionReport report = new CorrectionReport(
                data.text("measure"),
                data.requiredDate("completedOn"),
                Cause.valueOf(data.text("cause")),
                data.number("cost").orElse(null),
                data.textOrNull("photo"));
        return Outcome.of(reporting.report(task.text(CorrectionProcess.FINDING), task.user(), report), Map.of());
    }
}
