package nepsong.directive;

import java.time.Instant;
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
    private final ReadOnce<String, Optional<LastDraft>> drafts = new ReadOnce<>(this::readDraft);

    JdbcPlans(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public Optional<Plan> find(String cycle) {
        return read.get(cycle);
    }

    @Override
    public Optional<LastDraft> findDraft(String cycle) {
        return drafts.get(cycle);
    }

    private Optional<LastDraft> readDraft(String cycle) {
        return jdbc.sql("select name, round, drafted_at, drafted_by from plans where cycle = ?")
                .param(cycle)
                .query((row, n) -> new LastDraft(
                        cycle,
                        row.getString("name"),
                        row.getInt("round"),
                        row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                        row.getString("drafted_by")))
                .optional();
    }

    /** One line of a plan: what it says, or one of its lists. */
    private record Part(
            String list, List<String> texts, int version, int round, LocalDate from, LocalDate to, Instant at) {

        private String text(int n) {
            return texts.get(n);
        }
    }

    private Optional<Plan> read(String cycle) {
        List<Part> parts = parts(cycle);
        return parts.stream()
                .filter(part -> part.list().equals("plan"))
                .findFirst()
                .map(plan -> new Plan(
                        cycle,
                        plan.text(0),
                        plan.text(1),
                        list(
                                parts,
                                "basis",
                                part -> new LegalBasis(part.text(0), part.text(1), part.from(), part.text(2))),
                        plan.text(2),
                        plan.text(3),
                        list(parts, "unit", part -> part.text(0)),
                        plan.version(),
                        list(parts, "theme", part -> part.text(0)),
                        list(parts, "milestone", part -> new Milestone(part.text(0), part.from(), part.to())),
                        plan.round(),
                        plan.at(),
                        plan.text(4)));
    }

    private List<Part> parts(String cycle) {
        return jdbc.sql(
                        """
                        select 'plan' as list, 0 as position, name as text_0, summary as text_1, purpose as text_2,
                               requirements as text_3, drafted_by as text_4, checklist_version, round,
                               :day as from_day, :day as to_day, drafted_at
                        from plans where cycle = :cycle
                        union all
                        select 'basis', position, kind, number, title, '', '', 0, 0, issued_on, issued_on, :never
                        from plan_legal_bases where cycle = :cycle
                        union all
                        select 'unit', position, unit, '', '', '', '', 0, 0, :day, :day, :never
                        from plan_units where cycle = :cycle
                        union all
                        select 'theme', position, theme, '', '', '', '', 0, 0, :day, :day, :never
                        from plan_themes where cycle = :cycle
                        union all
                        select 'milestone', position, title, '', '', '', '', 0, 0, first_day, last_day, :never
                        from plan_milestones where cycle = :cycle
                        order by list, position
                        """
                                .replace(":day", "date '1900-01-01'")
                                .replace(":never", "timestamp with time zone '1900-01-01 00:00:00+00'"))
                .param("cycle", cycle)
                .query((row, n) -> new Part(
                        row.getString("list"),
                        List.of(
                                row.getString("text_0"),
                                row.getString("text_1"),
                                row.getString("text_2"),
                                row.getString("text_3"),
                                row.getString("text_4")),
                        row.getInt("checklist_version"),
                        row.getInt("round"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getObject("drafted_at", OffsetDateTime.class).toInstant()))
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
        if (findDraft(plan.cycle()).isPresent()) {
            jdbc.sql(
                            """
                        update plans set name = ?, summary = ?, purpose = ?, requirements = ?, checklist_version = ?,
                               round = ?, drafted_at = ?, drafted_by = ?
                        where cycle = ?
                        """)
                    .params(values(plan, draftedAt))
                    .update();
            PARTS.forEach(part -> batches.update("delete from " + part + " where cycle = ?", plan.cycle()));
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
        drafts.forget();
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
