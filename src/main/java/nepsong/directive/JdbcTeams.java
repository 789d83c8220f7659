package nepsong.directive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.ReadOnce;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTeams implements Teams {

    private static final String HEAD = "HEAD";
    private static final String DEPUTY = "DEPUTY";
    private static final String SECRETARY = "SECRETARY";
    private static final String MEMBER = "MEMBER";
    private static final String OBSERVER = "OBSERVER";
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;
    private final ReadOnce<String, Optional<Team>> read = new ReadOnce<>(this::read);

    JdbcTeams(JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * @param person or the code of a bloc that a group looks after
     * @param scope  of a group, or the duty of a member
     */
    record Seat(String person, String role, @Nullable String agency, @Nullable String name, @Nullable String scope) {}

    @Override
    public Optional<Team> find(String cycle) {
        return read.get(cycle);
    }

    @Override
    public Set<String> members(String cycle) {
        return find(cycle).stream()
                .flatMap(team -> team.members().stream())
                .map(TeamMember::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Team> read(String cycle) {
        return jdbc.sql(
                        """
                        select 'TEAM' as role, null as person, null as agency, null as name, duties as scope,
                               -2 as team_group, 0 as position,
                               term_from, term_to, document_number, document_symbol, decided_on
                        from teams where cycle = :cycle
                        union all
                        select role, person, agency, null, duty, -1, position, null, null, null, null, null
                        from team_members where cycle = :cycle
                        union all
                        select 'GROUP', head, null, name, scope, position, -1, null, null, null, null, null
                        from team_groups where cycle = :cycle
                        union all
                        select 'IN_GROUP', person, null, null, null, team_group, position, null, null, null, null, null
                        from team_group_members where cycle = :cycle
                        union all
                        select 'BLOC', bloc, null, name, null, team_group, position, null, null, null, null, null
                        from team_group_blocs where cycle = :cycle
                        order by team_group, position
                        """)
                .param("cycle", cycle)
                .query((ResultSet rows) -> team(cycle, rows));
    }

    /** The team's own row, which comes first, and one for each seat. */
    private static Optional<Team> team(String cycle, ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        String duties = rows.getString("scope");
        LocalDate from = rows.getObject("term_from", LocalDate.class);
        LocalDate to = rows.getObject("term_to", LocalDate.class);
        int number = rows.getInt("document_number");
        String symbol = rows.getString("document_symbol");
        LocalDate decidedOn = rows.getObject("decided_on", LocalDate.class);
        List<Seat> taken = new ArrayList<>();
        while (rows.next()) {
            taken.add(new Seat(
                    rows.getString("person"),
                    rows.getString("role"),
                    rows.getString("agency"),
                    rows.getString("name"),
                    rows.getString("scope")));
        }
        return Optional.of(new Team(
                cycle,
                people(taken, HEAD).get(0),
                people(taken, DEPUTY),
                people(taken, SECRETARY),
                taken.stream()
                        .filter(seat -> seat.role().equals(MEMBER))
                        .map(seat -> new TeamMember(
                                seat.person(), seat.agency(), Objects.requireNonNullElse(seat.scope(), "")))
                        .toList(),
                people(taken, OBSERVER),
                WorkingGroupRows.read(taken),
                duties,
                from,
                to,
                number,
                symbol,
                decidedOn));
    }

    private static List<String> people(List<Seat> seats, String role) {
        return seats.stream()
                .filter(seat -> seat.role().equals(role))
                .map(Seat::person)
                .toList();
    }

    @Override
    public void add(Team team, String setUpBy) {
        jdbc.sql(
                        """
                        insert into teams (cycle, duties, term_from, term_to, document_number, document_symbol,
                                           decided_on, set_up_by, set_up_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        team.cycle(),
                        team.duties(),
                        team.termFrom(),
                        team.termTo(),
                        team.documentNumber(),
                        team.documentSymbol(),
                        team.decidedOn(),
                        setUpBy,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        List<Seat> given = new ArrayList<>();
        given.add(new Seat(team.head(), HEAD, null, null, null));
        team.deputies().forEach(person -> given.add(new Seat(person, DEPUTY, null, null, null)));
        team.secretaries().forEach(person -> given.add(new Seat(person, SECRETARY, null, null, null)));
        team.members()
                .forEach(member -> given.add(new Seat(member.person(), MEMBER, member.agency(), null, member.duty())));
        team.observers().forEach(person -> given.add(new Seat(person, OBSERVER, null, null, null)));
        List<Object[]> rows = new ArrayList<>();
        for (Seat seat : given) {
            String duty = Objects.requireNonNullElse(seat.scope(), "");
            rows.add(new Object[] {team.cycle(), seat.person(), seat.role(), rows.size(), seat.agency(), duty});
        }
        batches.batchUpdate(
                "insert into team_members (cycle, person, role, position, agency, duty) values (?, ?, ?, ?, ?, ?)",
                rows);
        WorkingGroupRows.write(team, batches);
        read.forget();
    }
}
