package nepsong.directive;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlans implements Plans {

    private static final List<String> PARTS =
            List.of("plan_legal_bases", "plan_units", "plan_themes", "plan_milestones");

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    JdbcPlans(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Plan> find(String cycle) {
        return jdbc.sql(
                        """
                        select name, summary, purpose, requirements, checklist_version, round, drafted_at, drafted_by
                        from plans where cycle = ?
                        """)
                .param(cycle)
                .query((row, n) -> new Plan(
                        cycle,
                        row.getString(1),
                        row.getString(2),
                        legalBases(cycle),
                        row.getString(3),
                        row.getString(4),
                        codes("select unit from plan_units where cycle = ? order by position", cycle),
                        row.getInt(5),
                        codes("select theme from plan_themes where cycle = ? order by position", cycle),
                        milestones(cycle),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getString(8)))
                .optional();
    }

    private List<LegalBasis> legalBases(String cycle) {
        return jdbc.sql("select kind, number, issued_on, title from plan_legal_bases where cycle = ? order by position")
                .param(cycle)
                .query((row, n) -> new LegalBasis(
                        row.getString(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)))
                .list();
    }

    private List<Milestone> milestones(String cycle) {
        return jdbc.sql("select title, first_day, last_day from plan_milestones where cycle = ? order by position")
                .param(cycle)
                .query((row, n) -> new Milestone(
                        row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list();
    }

    private List<String> codes(String sql, String cycle) {
        return jdbc.sql(sql).param(cycle).query(String.class).list();
    }

    @Override
    public Plan get(String cycle) {
        return find(cycle).orElseThrow(() -> new NoSuchElementException("no plan of cycle " + cycle));
    }

    @Override
    public void save(Plan plan) {
        PARTS.forEach(part -> jdbc.sql("delete from " + part + " where cycle = ?")
                .param(plan.cycle())
                .update());
        OffsetDateTime draftedAt = plan.draftedAt().atOffset(ZoneOffset.UTC);
        int updated = jdbc.sql(
                        """
                        update plans set name = ?, summary = ?, purpose = ?, requirements = ?, checklist_version = ?,
                               round = ?, drafted_at = ?, drafted_by = ?
                        where cycle = ?
                        """)
                .params(values(plan, draftedAt))
                .update();
        if (updated == 0) {
            jdbc.sql(
                            """
                            insert into plans (name, summary, purpose, requirements, checklist_version, round,
                                               drafted_at, drafted_by, cycle)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(values(plan, draftedAt))
                    .update();
        }
        String cycle = plan.cycle();
        insert("insert into plan_units (cycle, position, unit) values (?, ?, ?)", cycle, plan.units());
        insert("insert into plan_themes (cycle, position, theme) values (?, ?, ?)", cycle, plan.themes());
        List<Object[]> bases = new ArrayList<>();
        plan.legalBases()
                .forEach(basis -> bases.add(
                        new Object[] {cycle, bases.size(), basis.kind(), basis.number(), basis.issuedOn(), basis.title()
                        }));
        batches.batchUpdate(
                "insert into plan_legal_bases (cycle, position, kind, number, issued_on, title) values (?, ?, ?, ?, ?, ?)",
                bases);
        List<Object[]> milestones = new ArrayList<>();
        plan.milestones()
                .forEach(milestone -> milestones.add(
                        new Object[] {cycle, milestones.size(), milestone.title(), milestone.from(), milestone.to()}));
        batches.batchUpdate(
                "insert into plan_milestones (cycle, position, title, first_day, last_day) values (?, ?, ?, ?, ?)",
                milestones);
    }

    private static List<Object> values(Plan plan, OffsetDateTime draftedAt) {
        return List.of(
                plan.name(),
                plan.summary(),
                plan.purpose(),
                plan.requirements(),
                plan.checklistVersion(),
                plan.round(),
                draftedAt,
                plan.draftedBy(),
                plan.cycle());
    }

    private void insert(String sql, String cycle, List<String> codes) {
        List<Object[]> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(new Object[] {cycle, rows.size(), code}));
        batches.batchUpdate(sql, rows);
    }
}
