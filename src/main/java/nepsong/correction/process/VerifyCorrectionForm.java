package nepsong.correction.process;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.correction.CloseFinding;
import nepsong.correction.CorrectionReport;
import nepsong.correction.CorrectionReports;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.correction.RecheckDraw;
import nepsong.correction.ReopenFinding;
import nepsong.correction.RepeatVerification;
import nepsong.correction.ReportedCorrection;
import nepsong.correction.ReportedCorrection.Attempt;
import nepsong.correction.VerifierPolicy;
import nepsong.cycle.Refusal;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class VerifyCorrectionForm implements TaskForm {

    private static final String REOPEN = "reopen";
    private static final String REPEAT = "repeat";

    private final VerifierPolicy verifiers;
    private final CloseFinding closing;
    private final ReopenFinding reopening;
    private final Findings findings;
    private final FindingPhotos photos;
    private final FindingCriterion criterion;
    private final CorrectionReports reports;
    private final RepeatVerification repeating;

    VerifyCorrectionForm(
            VerifierPolicy verifiers,
            CloseFinding closing,
            ReopenFinding reopening,
            Findings findings,
            FindingPhotos photos,
            FindingCriterion criterion,
            CorrectionReports reports,
            RepeatVerification repeating) {
        this.repeating = repeating;
        this.verifiers = verifiers;
        this.closing = closing;
        this.reopening = reopening;
        this.findings = findings;
        this.photos = photos;
        this.criterion = criterion;
        this.reports = reports;
    }

    @Override
    public String key() {
        return "correction.verify-correction";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        String finding = task.text(CorrectionProcess.FINDING);
        List<ReportedCorrection> reported = reports.of(finding);
        ReportedCorrection last = reported.get(reported.size() - 1);
        CorrectionReport report = last.report();
        Finding found = findings.get(finding);
        Map<String, Object> shown = FindingView.of(task, found, photos);
        shown.put("criterionText", criterion.said(found));
        shown.put("recheckText", recheck(found, last.draw()));
        shown.put("round", last.number());
        shown.put("attemptsText", attempts(last.attempts()));
        shown.put("measure", report.measure());
        shown.put("completedText", FindingView.day(report.completedOn()));
        shown.put("causeName", report.cause().label());
        shown.put("costText", dong(report.cost()));
        shown.put(
                "photoAfterText",
                FindingView.photosText(report.photo(), photos.counted(found, EvidenceKind.CORRECTION)));
        return shown;
    }

    private static String attempts(List<Attempt> attempts) {
        return attempts.isEmpty()
                ? ""
                : attempts.stream()
                        .map(one -> "- Ngày %s: %s"
                                .formatted(
                                        FindingView.day(LocalDate.ofInstant(one.at(), WorkingCalendar.ZONE)),
                                        one.reason()))
                        .collect(Collectors.joining("\n", "**Các lần chưa xác minh được:**\n", ""));
    }

    private static String recheck(Finding finding, @Nullable RecheckDraw draw) {
        if (finding.terms().recheck() == CorrectionTerms.Recheck.FILE) {
            return "trên hồ sơ";
        }
        if (draw == null || draw.drawn()) {
            return finding.terms().recheckPercent() == 100 || draw == null
                    ? "**tại chỗ**, tất cả các trường hợp"
                    : "**tại chỗ**, được chọn vào mẫu %d%% (mã rút mẫu %d)"
                            .formatted(finding.terms().recheckPercent(), draw.seed());
        }
        return "**trên hồ sơ và ảnh**, không được chọn vào mẫu kiểm tra tại chỗ %d%% (mã rút mẫu %d)"
                .formatted(finding.terms().recheckPercent(), draw.seed());
    }

    private static String dong(@Nullable BigDecimal cost) {
        return cost == null
                ? "không nêu"
                : new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.GERMANY)).format(cost) + " đồng";
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return verifiers.objection(task.text(CorrectionProcess.FINDING), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        String finding = task.text(CorrectionProcess.FINDING);
        String decision = data.text("decision");
        List<Refusal> refusals = verifiers.check(finding, task.user());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (decision.equals(REOPEN)) {
            LocalDate dueOn = reopening.reopen(finding, task.user(), data.text("reason"));
            return Outcome.accepted(Map.of("decision", decision, CorrectionProcess.REPORT_DUE_ON, dueOn.toString()));
        }
        if (decision.equals(REPEAT)) {
            repeating.repeat(finding, task.user(), data.text("reason"));
            return Outcome.accepted(Map.of("decision", decision));
        }
        closing.close(finding, task.user(), data.text("note"));
        return Outcome.accepted(Map.of("decision", decision));
    }
}
