package nepsong.crossinspection;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.crossinspection.CrossScores.Question;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The minutes settle what was seen: the findings go to correction, and the unit is asked about the scores that differ. */
@Component
public class WriteMinutes {

    private final Inspections inspections;
    private final InspectionLog log;
    private final Scorecards scorecards;
    private final CrossScores crossScores;
    private final UnitChecklists checklists;
    private final Discrepancies discrepancies;
    private final RecordFindings findings;
    private final CrossInspectionMails mails;
    private final Clock clock;

    WriteMinutes(
            Inspections inspections,
            InspectionLog log,
            Scorecards scorecards,
            CrossScores crossScores,
            UnitChecklists checklists,
            Discrepancies discrepancies,
            RecordFindings findings,
            CrossInspectionMails mails,
            Clock clock) {
        this.inspections = inspections;
        this.log = log;
        this.scorecards = scorecards;
        this.crossScores = crossScores;
        this.checklists = checklists;
        this.discrepancies = discrepancies;
        this.findings = findings;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param toExplain whether the unit is asked: a score differs too much, or something was found */
    public record Written(List<Refusal> refusals, boolean toExplain) {}

    @Transactional
    public Written write(String cycle, String unit, Minutes minutes, String user) {
        UnitChecklist checklist = checklists.of(cycle, unit);
        BigDecimal leftOut = checklist.mostLeftOut(scorecards.of(cycle, unit).stream()
                .map(ScorecardRow::crossAnswer)
                .toList());
        Inspection inspection = inspections.get(cycle, unit);
        List<Refusal> unfit = MinutesPolicy.check(minutes, leftOut, inspection.visitedOn(), LocalDate.now(clock));
        if (!unfit.isEmpty()) {
            return new Written(unfit, false);
        }
        List<VisitFinding> found = inspections.findings(cycle, unit);
        List<Refusal> refusals = found.isEmpty()
                ? List.of()
                : findings.record(cycle, unit, finder(inspection), converted(cycle, unit, found));
        if (!refusals.isEmpty()) {
            return new Written(refusals, false);
        }
        log.writeMinutes(cycle, unit, minutes, user);
        mails.minutesWaiting(cycle, unit, inspection.inspecting(), minutes.refusedToSign());
        List<Question> questions = new ArrayList<>();
        boolean flagged = false;
        for (ScorecardRow row : scorecards.of(cycle, unit)) {
            Discrepancy discrepancy =
                    judge(cycle, row, checklist.get(row.criterion()).max());
            flagged |= discrepancy != Discrepancy.ACCEPT_CROSS;
            if (discrepancy != Discrepancy.ACCEPT_CROSS || lowered(row)) {
                questions.add(new Question(row.criterion(), discrepancy == Discrepancy.EXPLAIN_TO_HEAD_OF_TEAM));
            }
        }
        boolean toExplain = flagged || !found.isEmpty();
        if (toExplain) {
            crossScores.ask(cycle, unit, questions);
        }
        return new Written(List.of(), toExplain);
    }

    private static String finder(Inspection inspection) {
        return Objects.requireNonNullElse(inspection.crossSubmittedBy(), "");
    }

    /** A unit that did not submit has nothing that the cross-score could differ from. */
    private Discrepancy judge(String cycle, ScorecardRow row, BigDecimal max) {
        if (row.self() == null || row.cross() == null) {
            return Discrepancy.ACCEPT_CROSS;
        }
        BigDecimal self = row.self().score();
        BigDecimal cross = row.cross().score();
        boolean same = self == null ? cross == null : cross != null && self.compareTo(cross) == 0;
        return same ? Discrepancy.ACCEPT_CROSS : discrepancies.of(cycle, self, cross, max);
    }

    private static boolean lowered(ScorecardRow row) {
        if (row.self() == null || row.cross() == null) {
            return false;
        }
        BigDecimal self = row.self().score();
        BigDecimal cross = row.cross().score();
        return self != null && cross != null && cross.compareTo(self) < 0;
    }

    /** What was seen on the visit may have been mended before the minutes were written. */
    private List<NewFinding> converted(String cycle, String unit, List<VisitFinding> found) {
        LocalDateTime visited = inspections.get(cycle, unit).visitStartedAt();
        Instant seenAt =
                visited == null ? null : visited.atZone(WorkingCalendar.ZONE).toInstant();
        return found.stream()
                .map(one -> new NewFinding(
                        one.number(),
                        seenAt,
                        one.type(),
                        one.severity(),
                        one.place(),
                        one.description(),
                        one.criterion()))
                .toList();
    }
}
