package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.FindingDeadlines;
import nepsong.correction.FindingType;
import nepsong.correction.Findings;
import nepsong.correction.Severity;
import nepsong.cycle.Refusal;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The inspectors hand in their sheet: cross-scores beside the self-scores, and what they found. */
@Component
public class RecordVisit {

    private final Inspections inspections;
    private final InspectionLog log;
    private final Scorecards scorecards;
    private final CrossScores crossScores;
    private final UnitChecklists checklists;
    private final FindingDeadlines findingDeadlines;
    private final Findings findings;
    private final EvidencePieces evidence;
    private final OwnUnitPolicy ownUnit;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RecordVisit(
            Inspections inspections,
            InspectionLog log,
            Scorecards scorecards,
            CrossScores crossScores,
            UnitChecklists checklists,
            FindingDeadlines findingDeadlines,
            Findings findings,
            EvidencePieces evidence,
            OwnUnitPolicy ownUnit,
            WorkingCalendar calendar,
            Clock clock) {
        this.inspections = inspections;
        this.log = log;
        this.scorecards = scorecards;
        this.crossScores = crossScores;
        this.checklists = checklists;
        this.findingDeadlines = findingDeadlines;
        this.findings = findings;
        this.evidence = evidence;
        this.ownUnit = ownUnit;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> record(String cycle, String unit, VisitReport report, String user) {
        LocalDate today = LocalDate.now(clock);
        List<Refusal> refusals = new ArrayList<>(ownUnit.check(user, unit));
        refusals.addAll(
                CrossScoringPolicy.check(checklists.of(cycle, unit), scorecards.of(cycle, unit), report, today));
        refusals.addAll(unknownFindings(cycle, report.findings()));
        refusals.addAll(photos(cycle, unit, report.findings()));
        if (refusals.isEmpty()) {
            LocalDate due = inspections.get(cycle, unit).dueOn();
            log.visited(cycle, unit, report, Math.max(0, calendar.between(due, today)), user);
            crossScores.writeCross(cycle, unit, report.scores());
        }
        return refusals;
    }

    /** The minutes are written by somebody else, so what could not be corrected is refused here already. */
    private List<Refusal> unknownFindings(String cycle, List<VisitFinding> found) {
        List<Refusal> refusals = new ArrayList<>();
        for (VisitFinding finding : found) {
            if (terms(cycle, finding).isEmpty()) {
                refusals.add(Refusal.ofRow(
                        "findings",
                        finding.code(),
                        "Bảng thời hạn khắc phục không quy định loại tồn tại này ở mức độ đã chọn"));
            }
        }
        return refusals;
    }

    private List<Refusal> photos(String cycle, String unit, List<VisitFinding> found) {
        return FindingPhotoPolicy.check(
                found,
                finding -> terms(cycle, finding)
                        .filter(CorrectionTerms::photoBefore)
                        .isPresent(),
                evidence.of(cycle, unit, List.of(EvidenceKind.FINDING)),
                findings.lastNumber(cycle, unit));
    }

    private Optional<CorrectionTerms> terms(String cycle, VisitFinding finding) {
        return FindingType.of(finding.type()).flatMap(type -> Severity.of(finding.severity())
                .flatMap(severity -> findingDeadlines.of(cycle, type, severity)));
    }
}
