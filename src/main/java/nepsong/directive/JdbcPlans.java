package nepsong.directive;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import nepsong.organisation.ReadOnce;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlans implements Plans {

    private static final List<String> PARTS =
            List.of("plan_legal_bases", "plan_units", "plan_themes", "plan_milestones");

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ReadOnce<String, Optional<Plan>> read = new ReadOnce<>(this::read);

    JdbcPlans(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Plan> find(String cycle) {
        return read.get(cycle);
    }

    private Optional<Plan> read(String cycle) {
        return jdbc.sql(
                        """
                        select name, summary, purpose, requirements, checklist_version, round, drafted_at, drafted_by
                        from plans where cycle = ?
                        """)
                .param(cycle)
                .query((row, n) -> {
                    List<Part> parts = parts(cycle);
                    return new Plan(
                            cycle,
                            row.getString(1),
                            row.getString(2),
                            list(
                                    parts,
                                    "basis",
                                    part -> new LegalBasis(part.code(), part.number(), part.from(), part.title())),
                            row.getString(3),
                            row.getString(4),
                            list(parts, "unit", Part::code),
                            row.getInt(5),
                            list(parts, "theme", Part::code),
                            list(parts, "milestone", part -> new Milestone(part.title(), part.from(), part.to())),
                            row.getInt(6),
                            row.getObject(7, OffsetDateTime.class).toInstant(),
                            row.getString(8));
                })
                .optional();
    }

    /** One line of one of the lists of a plan. */
    private record Part(String list, String code, String number, String title, LocalDate from, LocalDate to) {}

    private List<Part> parts(String cycle) {
        return jdbc.sql(
                        """
                        select 'basis' as list, position, kind as code, number, title, issued_on as from_day,
                               issued_on as to_day
                        from plan_legal_bases where cycle = :cycle
                        union all
                        select 'unit', position, unit, '', '', date '1900-01-01', date '1900-01-01'
                        from plan_units where cycle = :cycle
                        union all
                        select 'theme', position, theme, '', '', date '1900-01-01', date '1900-01-01'
                        from plan_themes where cycle = :cycle
                        union all
                        select 'milestone', position, '', '', title, first_day, last_day
                        from plan_milestones where cycle = :cycle
                        order by list, position
                        """)
                .param("cycle", cycle)
                .query((row, n) -> new Part(
                        row.getString("list"),
                        row.getString("code"),
                        row.getString("number"),
                        row.getString("title"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
    }

    private static <T> List<T> list(List<Part> parts, String list, Function<Part, T> read) {
        return parts.stream().filter(part -> part.list().equals(list)).map(read).toList();
    }

    @Override
    public Plan get(String cycle) {
        return find(cycle).orElseThrow(() -> new NoSuchElementException("no plan of cycle " + cycle));
    }

    @Override
    public void save(Plan plan) {
        OffsetDateTime draftedAt = plan.draftedAt().atOffset(ZoneOffset.UTC);
        boolean known = find(plan.cycle()).isPresent();
        if (known) {
            jdbc.sql(
                            """
                        update plans set name = ?, summary = ?, purpose = ?, requirements = ?, checklist_version = ?,
                               round = ?, drafted_at = ?, drafted_by = ?
                        where cycle = ?
                        """)
                    .params(values(plan, draftedAt))
                    .update();
            PARTS.forEach(part -> jdbc.sql("delete from " + part + " where cycle = ?")
                    .param(plan.cycle())
                    .update());
        } else {
            jdbc.sql(
                            """
                            insert into plans (name, summary, purpose, requirements, checklist_version, round,
                                               drafted_at, drafted_by, cycle)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(values(plan, draftedAt))
                    .update();
        }
        read.forget();
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
