package nepsong.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.People;
import nepsong.organisation.Snapshot;
import nepsong.organisation.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDelegations implements Delegations {

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;
    private final Snapshot<List<Delegation>> current;

    JdbcDelegations(JdbcClient jdbc, People people, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.people = people;
        this.current = new Snapshot<>(this::unended);
    }

    @Override
    public List<Active> active(LocalDate day) {
        return on(day).map(one -> new Active(one, people.groupsOf(one.principal()), people.groupsOf(one.substitute())))
                .filter(JdbcDelegations::areEqual)
                .toList();
    }

    @Override
    public List<Delegation> lapsed(LocalDate day) {
        return on(day).map(one -> new Active(one, people.groupsOf(one.principal()), people.groupsOf(one.substitute())))
                .filter(one -> !areEqual(one))
                .map(Active::delegation)
                .toList();
    }

    @Override
    public boolean isSubstitute(String person, LocalDate day) {
        return on(day).anyMatch(one -> one.substitute().equals(person));
    }

    private Stream<Delegation> on(LocalDate day) {
        return current.get().stream().filter(one -> one.isActiveOn(day));
    }

    private static boolean areEqual(Active one) {
        return EqualRolePolicy.areEqual(one.principalGroups(), one.substituteGroups());
    }

    private List<Delegation> unended() {
        return jdbc.sql("select * from delegations where ended_at is null and last_day >= ? order by named_at")
                .param(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))
                .query(JdbcDelegations::delegation)
                .list();
    }

    @Override
    public Optional<Delegation> find(String id) {
        return jdbc.sql("select * from delegations where id = ?")
                .param(id)
                .query(JdbcDelegations::delegation)
                .optional();
    }

    @Override
    public List<Delegation> of(String person) {
        return jdbc.sql(
                        "select * from delegations where principal = :person or substitute = :person order by named_at desc")
                .param("person", person)
                .query(JdbcDelegations::delegation)
                .list();
    }

    @Override
    public List<Delegation> all() {
        return jdbc.sql("select * from delegations order by named_at desc")
                .query(JdbcDelegations::delegation)
                .list();
    }

    @Override
    public void add(Delegation one, Instant namedAt) {
        jdbc.sql(
                        """
                        insert into delegations (id, principal, substitute, first_day, last_day, kinds, named_by, named_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.id(),
                        one.principal(),
                        one.substitute(),
                        one.firstDay(),
                        one.lastDay(),
                        one.kinds().stream().sorted().map(TaskKind::name).collect(Collectors.joining(",")),
                        one.namedBy(),
                        namedAt.atOffset(ZoneOffset.UTC))
                .update();
        current.forget();
    }

    @Override
    public void end(String id, String by, Instant at) {
        jdbc.sql("update delegations set ended_by = ?, ended_at = ? where id = ?")
                .params(by, at.atOffset(ZoneOffset.UTC), id)
                .update();
        current.forget();
    }

    private static Delegation delegation(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Delegation(
                row.getString("id"),
                row.getString("principal"),
                row.getString("substitute"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Arrays.stream(row.getString("kinds").split(","))
                        .map(TaskKind::valueOf)
                        .collect(Collectors.toSet()),
                row.getString("named_by"),
                ended == null ? null : ended.toInstant());
    }
}
