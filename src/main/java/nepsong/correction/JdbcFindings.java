package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.organisation.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindings implements Findings {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReadOnce<List<String>, Integer> lastNumbers = new ReadOnce<>(this::lastNumber);

    JdbcFindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Finding> find(String id) {
        return jdbc.sql("select * from findings where id = ?")
                .param(id)
                .query(FindingRow::read)
                .optional();
    }

    @Override
    public Finding get(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no finding " + id));
    }

    @Override
    public List<Finding> of(String cycle, @Nullable String unit) {
        String all = "select * from findings where cycle = ? ";
        String order = "order by unit, number";
        return unit == null
                ? jdbc.sql(all + order).param(cycle).query(FindingRow::read).list()
                : jdbc.sql(all + "and unit = ? " + order)
                        .params(cycle, unit)
                        .query(FindingRow::read)
                        .list();
    }

    @Override
    public Map<FindingType, Integer> countsInPreviousCycle(String cycle, String unit) {
        return jdbc
                .sql(
                        """
                        select f.type, count(*)
                        from findings f
                        where f.unit = ? and f.cycle = (
                            select p.code
                            from cycles c
                                 join cycles p on p.year_of_cycle < c.year_of_cycle
                                               or p.year_of_cycle = c.year_of_cycle and p.started_at < c.started_at
                            where c.code = ? and p.withdrawn_at is null
                            order by p.year_of_cycle desc, p.started_at desc
                            fetch first 1 row only)
                        group by f.type
                        """)
                .params(unit, cycle)
                .query((row, n) -> Map.entry(FindingType.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public int lastNumber(String cycle, String unit) {
        return lastNumbers.get(List.of(cycle, unit));
    }

    private int lastNumber(List<String> cycleAndUnit) {
        return jdbc.sql("select coalesce(max(number), 0) from findings where cycle = ? and unit = ?")
                .params(cycleAndUnit)
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(Finding finding, String foundBy) {
        CorrectionTerms terms = finding.terms();
        jdbc.sql(
                        """
                        insert into findings (id, cycle, unit, number, type, severity, place, description, criterion, repeated,
                                              working_days, photo_before, photo_after, recheck_on, recheck_percent,
                                              second_look_days, due_on, found_at, found_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        finding.id(),
                        finding.cycle(),
                        finding.unit(),
                        finding.number(),
                        finding.type().name(),
                        finding.severity().name(),
                        finding.place(),
                        finding.description(),
                        finding.criterion(),
                        finding.repeated(),
                        terms.workingDays(),
                        terms.photoBefore(),
                        terms.photoAfter(),
                        terms.recheck().name(),
                        terms.recheckPercent(),
                        terms.secondLookDays(),
                        finding.dueOn(),
                        finding.foundAt().atOffset(ZoneOffset.UTC),
                        person(foundBy))
                .update();
        lastNumbers.forget();
    }

    @Override
    public void assign(Finding assigned, String user) {
        CorrectionTerms terms = assigned.terms();
        jdbc.sql(
                        """
                        update findings
                        set type = ?, severity = ?, criterion = ?, repeated = ?, place = ?, description = ?, responsible = ?,
                            photo = ?, working_days = ?, photo_before = ?, photo_after = ?, recheck_on = ?,
                            recheck_percent = ?, second_look_days = ?, due_on = ?, assigned_at = ?, assigned_by = ?
                        where id = ?
                        """)
                .params(
                        assigned.type().name(),
                        assigned.severity().name(),
                        assigned.criterion(),
                        assigned.repeated(),
                        assigned.place(),
                        assigned.description(),
                        assigned.responsible(),
                        assigned.photo(),
                        terms.workingDays(),
                        terms.photoBefore(),
                        terms.photoAfter(),
                        terms.recheck().name(),
                        terms.recheckPercent(),
                        terms.secondLookDays(),
                        assigned.dueOn(),
                        now(),
                        person(user),
                        assigned.id())
                .update();
    }

    @Override
    public void reopen(String id, LocalDate dueOn) {
        jdbc.sql(
                        """
                        update findings set reopened = reopened + 1, due_on = ?, closed_at = null, closed_by = null
                        where id = ?
                        """)
                .params(dueOn, id)
                .update();
    }

    @Override
    public void postpone(String id, LocalDate dueOn) {
        jdbc.sql("update findings set due_on = ? where id = ?")
                .params(dueOn, id)
                .update();
    }

    @Override
    public void close(String id, String user) {
        jdbc.sql("update findings set closed_at = ?, closed_by = ? where id = ?")
                .params(now(), person(user), id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The id as it is stored: null when the system acted. */
    static @Nullable String person(String user) {
        return user.isEmpty() ? null : user;
    }
}
