package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.correction.Cause;
import nepsong.correction.FindingDeadlines;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found in the finished cycle, with the deadlines of the decision table, and how it was corrected. */
@Component
class PastFindings {

    private final FindingDeadlines deadlines;
    private final WorkingCalendar calendar;
    private final TableRows tables;

    PastFindings(FindingDeadlines deadlines, WorkingCalendar calendar, TableRows tables) {
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.tables = tables;
    }

    List<PastFinding> write(List<PastUnit> units, Map<String, String> inspecting) {
        List<PastFinding> findings = PastFinding.of(units, deadlines, calendar);
        List<@Nullable Object[]> visits = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> reports = new ArrayList<>();
        for (PastFinding one : findings) {
            visits.add(row(
                    CYCLE,
                    one.unit().code(),
                    one.number() - 1,
                    one.number(),
                    one.kind().type().name(),
                    one.kind().severity().name(),
                    one.kind().place(),
                    one.kind().description(),
                    one.kind().criterion()));
            rows.add(finding(one, inspecting.getOrDefault(one.unit().code(), "")));
            reports.add(report(one, 1, one.reportedOn(), !one.redone()));
            if (one.redone()) {
                reports.add(report(one, 2, one.redoneOn(), true));
            }
        }
        tables.insert(
                "visit_findings",
                "cycle, unit, position, number, type, severity, place, description, criterion",
                visits);
        tables.insert(
                "findings",
                """
                id, cycle, unit, number, type, severity, place, description, criterion, repeated, working_days, photo_before,
                photo_after, recheck_on, recheck_percent, due_on, found_at, found_by, responsible, assigned_at, assigned_by,
                reopened, closed_at, closed_by""",
                rows);
        tables.insert(
                "correction_reports",
                """
                finding, number, measure, completed_on, cause, reported_at, reported_by, accepted, verdict_reason,
                verified_at, verified_by""",
                reports);
        return findings;
    }

    private @Nullable Object[] finding(PastFinding one, String inspecting) {
        PastUnit unit = one.unit();
        return row(
                one.id(),
                CYCLE,
                unit.code(),
                one.number(),
                one.kind().type().name(),
                one.kind().severity().name(),
                one.kind().place(),
                one.kind().description(),
                one.kind().criterion(),
                false,
                one.terms().workingDays(),
                one.terms().photoBefore(),
                one.terms().photoAfter(),
                one.terms().recheck().name(),
                one.terms().recheckPercent(),
                one.redone() ? calendar.plus(one.reportedOn(), 7) : one.dueOn(),
                at(unit.minuted(), 14),
                Unit.keyOf(inspecting) + "Inspector",
                "Văn phòng " + unit.name(),
                at(one.assignedOn()),
                "secretary",
                one.redone() ? 1 : 0,
                at(one.closedOn(), 15),
                "secretary");
    }

    private @Nullable Object[] report(PastFinding one, int number, LocalDate day, boolean accepted) {
        LocalDate verified = accepted ? one.closedOn() : calendar.plus(one.reportedOn(), 2);
        return row(
                one.id(),
                number,
                one.kind().measure(),
                day,
                number == 1 ? Cause.values()[one.number() % Cause.values().length].name() : Cause.OVERSIGHT.name(),
                at(day, 11),
                one.unit().coordinator(),
                accepted,
                accepted ? null : "Mới khắc phục tại trụ sở chính, các điểm khác vẫn như cũ; đề nghị làm tiếp.",
                at(verified, 15),
                "secretary");
    }
}
