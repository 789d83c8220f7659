package nepsong.unitfile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.catalogue.Checklists;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import nepsong.commendation.OutcomeReasons;
import nepsong.correction.CorrectionReports;
import nepsong.correction.Findings;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.RescheduleVisit;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Appraisals;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessments;
import nepsong.unitfile.UnitFileReaders.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each stage tells of a unit: one statement for a section, or two. */
@Component
class UnitFileSections {

    private final SelfAssessments selfAssessments;
    private final Inspections inspections;
    private final RescheduleVisit rescheduling;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final Checklists checklists;
    private final Findings findings;
    private final CorrectionReports reports;
    private final EvidencePieces evidence;
    private final Results results;
    private final Appraisals appraisals;
    private final Nominations nominations;
    private final OutcomeReasons reasons;
    private final UnitHandling handling;

    UnitFileSections(
            SelfAssessments selfAssessments,
            Inspections inspections,
            RescheduleVisit rescheduling,
            Scorecards scorecards,
            Reflections reflections,
            Checklists checklists,
            Findings findings,
            CorrectionReports reports,
            EvidencePieces evidence,
            Results results,
            Appraisals appraisals,
            Nominations nominations,
            OutcomeReasons reasons,
            UnitHandling handling) {
        this.selfAssessments = selfAssessments;
        this.inspections = inspections;
        this.rescheduling = rescheduling;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.findings = findings;
        this.reports = reports;
        this.evidence = evidence;
        this.results = results;
        this.appraisals = appraisals;
        this.nominations = nominations;
        this.reasons = reasons;
        this.handling = handling;
    }

    List<UnitStep> steps(
            UnitCycle cycle, String unit, List<UnitTask> tasks, List<Nomination> ofTheCycle, Reader reader) {
        return new StepPolicy(cycle, tasks)
                .steps(
                        selfAssessments.find(cycle.code(), unit).orElse(null),
                        inspections
                                .find(cycle.code(), unit)
                                .filter(inspection -> mayKnow(inspection, reader))
                                .orElse(null),
                        ofTheCycle);
    }

    /** The visit that is planned, for whoever may move it. */
    @Nullable
    Inspection visitToMove(String cycle, String unit, String person) {
        return rescheduling
                .find(cycle, unit, person)
                .filter(RescheduleVisit.Planned::movable)
                .map(RescheduleVisit.Planned::inspection)
                .orElse(null);
    }

    /** Without the tasks that would give an unannounced visit away to the unit. */
    List<UnitTask> tasks(String cycle, String unit, List<UnitTask> open, Reader reader) {
        boolean all = mayKnowVisit(cycle, unit, reader);
        return open.stream()
                .filter(task -> all || !task.process().equals("cross-inspection"))
                .toList();
    }

    private boolean mayKnowVisit(String cycle, String unit, Reader reader) {
        return inspections.find(cycle, unit).stream().allMatch(inspection -> mayKnow(inspection, reader));
    }

    private static boolean mayKnow(Inspection inspection, Reader reader) {
        return !reader.own() || !inspection.isSecret();
    }

    List<ScoredGroup> scores(UnitCycle cycle, String unit, Map<String, List<Evidence>> files) {
        Integer version = cycle.cycle().checklistVersion();
        return version == null
                ? List.of()
                : ScoredGroup.of(scorecards.of(cycle.code(), unit), checklists.version(version), files);
    }

    Reflection reflection(String cycle, String unit) {
        return reflections.of(cycle, unit);
    }

    /** What inspectors gather is theirs until they hand in their sheet, and the minutes are the secretary's. */
    List<Evidence> pieces(String cycle, String unit, Reader reader) {
        if (!reader.files()) {
            return List.of();
        }
        Optional<Inspection> inspection = inspections.find(cycle, unit);
        boolean visited = inspection.map(Inspection::crossSubmittedAt).isPresent();
        boolean written = inspection.map(Inspection::minutesAt).isPresent();
        return evidence.of(cycle, unit, Arrays.asList(EvidenceKind.values())).stream()
                .filter(piece -> reader.mayOpen(piece.kind()))
                .filter(piece -> visited || piece.kind() != EvidenceKind.VISIT)
                .filter(piece -> written || piece.kind() != EvidenceKind.MINUTES)
                .toList();
    }

    @Nullable
    Result result(String cycle, String unit) {
        return results.of(cycle, unit).orElse(null);
    }

    /** Why the result is graded otherwise than its score earns; null where it is not. */
    @Nullable
    String adjustment(@Nullable Result result) {
        return result == null || result.adjustedGrade() == null || result.adjustedGrade() == result.gradeByScore()
                ? null
                : appraisals
                        .of(result.cycle(), result.unit())
                        .map(Appraisal::adjustmentReason)
                        .orElse("");
    }

    List<FindingFile> findings(String cycle, String unit, List<Evidence> pieces, LocalDate today) {
        var reported = reports.of(cycle, unit);
        return findings.of(cycle, unit).stream()
                .map(finding -> FindingFile.of(
                        finding,
                        reported.getOrDefault(finding.id(), List.of()),
                        photos(pieces, EvidenceKind.FINDING, finding.code()),
                        photos(pieces, EvidenceKind.CORRECTION, finding.code()),
                        today))
                .toList();
    }

    private static List<Evidence> photos(List<Evidence> pieces, EvidenceKind kind, String code) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind
                        && (piece.topic().equals(code) || piece.topic().startsWith(code + ".")))
                .toList();
    }

    List<Handling> handling(String cycle, String unit, Reader reader, boolean scores) {
        return handling.of(cycle, unit, mayKnowVisit(cycle, unit, reader), scores);
    }

    /** What the mail about a nomination leads to: how far it is, and why it stopped. */
    UnitFile.Nominated nominated(String unit, Reader reader) {
        boolean onTheirWay = reader.nominations();
        List<Nomination> shown = nominations.ofUnit(unit).stream()
                .filter(one -> onTheirWay || one.state() == NominationState.AWARDED)
                .toList();
        return new UnitFile.Nominated(shown, onTheirWay ? reasons.of(shown) : Map.of(), onTheirWay);
    }
}
