package nepsong.crossinspection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInspectionLog implements InspectionLog {

    private static final String ONE = " where cycle = ? and unit = ?";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcInspectionLog(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void schedule(String cycle, String unit, String inspecting, VisitPlan plan, LocalDate dueOn, String user) {
        jdbc.sql(
                        """
                        insert into inspections (cycle, unit, inspecting, planned_at, place, announced, documents,
                                                 scheduled_at, scheduled_by, due_on, scope, transport)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        cycle,
                        unit,
                        inspecting,
                        plan.plannedAt(),
                        plan.place(),
                        plan.announced(),
                        plan.documents(),
                        now(),
                        SelfAssessments.person(user),
                        dueOn,
                        String.join(" ", plan.scope()),
                        plan.transport())
                .update();
        VisitorRows.add(batches, cycle, unit, plan.visitors());
    }

    @Override
    public void reschedule(String cycle, String unit, LocalDateTime plannedAt, String place, Visitors visitors) {
        jdbc.sql("update inspections set planned_at = ?, place = ?" + ONE)
                .params(plannedAt, place, cycle, unit)
                .update();
        VisitorRows.replace(batches, cycle, unit, visitors);
    }

    @Override
    public void postpone(String cycle, String unit, LocalDate dueOn) {
        jdbc.sql("update inspections set due_on = ?" + ONE)
                .params(dueOn, cycle, unit)
                .update();
    }

    @Override
    public void visited(String cycle, String unit, VisitReport report, int lateDays, String user) {
        jdbc.sql(
                        """
                        update inspections
                        set visit_started_at = ?, visit_ended_at = ?, opinion_on_the_spot = ?, late_days = ?,
                            cross_submitted_at = ?, cross_submitted_by = ?, rooms = ?, visit_position = ?,
                            visit_accuracy = ?, visit_position_reason = ?
                        """
                                + ONE)
                .params(
                        report.startedAt(),
                        report.endedAt(),
                        report.opinionOnTheSpot(),
                        lateDays,
                        now(),
                        SelfAssessments.person(user),
                        String.join("\n", report.whereabouts().rooms()),
                        report.whereabouts().position(),
                        report.whereabouts().accuracy(),
                        report.whereabouts().reason(),
                        cycle,
                        unit)
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (VisitFinding finding : report.findings()) {
            rows.add(new @Nullable Object[] {
                cycle,
                unit,
                rows.size(),
                finding.number(),
                finding.type(),
                finding.severity(),
                finding.place(),
                finding.description(),
                finding.criterion()
            });
        }
        batches.batchUpdate(
                """
                insert into visit_findings (cycle, unit, position, number, type, severity, place, description, criterion)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    @Override
    public void writeMinutes(String cycle, String unit, Minutes minutes, String user) {
        jdbc.sql(
                        """
                        update inspections
                        set minutes_at = ?, minutes_by = ?, team_side = ?, unit_side = ?, minutes_content = ?,
                            recommendations = ?, unit_opinion = ?, refused_to_sign = ?, refusal_reason = ?,
                            first_witness = ?, second_witness = ?, team_signer = ?, team_signed_on = ?,
                            unit_signer = ?, unit_signed_on = ?, na_approved_by = ?
                        """
                                + ONE)
                .params(
                        now(),
                        SelfAssessments.person(user),
                        minutes.teamSide(),
                        minutes.unitSide(),
                        minutes.content(),
                        minutes.recommendations(),
                        minutes.unitOpinion(),
                        minutes.refusedToSign(),
                        minutes.refusalReason(),
                        minutes.firstWitness(),
                        minutes.secondWitness(),
                        minutes.teamSigner(),
                        minutes.teamSignedOn(),
                        minutes.unitSigner(),
                        minutes.unitSignedOn(),
                        minutes.naApproved() ? user : null,
                        cycle,
                        unit)
                .update();
    }

    @Override
    public void explained(String cycle, String unit, String user) {
        mark("explained_at = ?, explained_by = ?", cycle, unit, user);
    }

    @Override
    public void explanationApproved(String cycle, String unit, String user) {
        mark("explanation_approved_at = ?, explanation_approved_by = ?", cycle, unit, user);
    }

    @Override
    public void explanationReturned(String cycle, String unit, String reason) {
        jdbc.sql("update inspections set explanation_return_reason = ?" + ONE)
                .params(reason, cycle, unit)
                .update();
    }

    @Override
    public void explanationClosed(String cycle, String unit) {
        mark("explanation_closed_at = ?", cycle, unit);
    }

    @Override
    public void answered(String cycle, String unit, String user) {
        mark("answered_at = ?, answered_by = ?", cycle, unit, user);
    }

    @Override
    public void settled(String cycle, String unit, String user) {
        mark("settled_at = ?, settled_by = ?", cycle, unit, user);
    }

    @Override
    public void finish(String cycle, String unit) {
        mark("finished_at = ?", cycle, unit);
    }

    private void mark(String columns, String cycle, String unit, String... user) {
        var statement = jdbc.sql("update inspections set " + columns + ONE).param(now());
        for (String one : user) {
            statement = statement.param(SelfAssessments.person(one));
        }
        statement.param(cycle).param(unit).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
