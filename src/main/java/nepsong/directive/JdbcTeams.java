package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Clock clock;
    private final ReadOnce<String, List<Seat>> seats = new ReadOnce<>(this::seats);

    JdbcTeams(JdbcClient jdbc, JdbcOperations batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    private record Seat(String person, String role, @Nullable String agency) {}

    @Override
    public Optional<Team> find(String cycle) {
        List<Seat> taken = seats.get(cycle);
        return jdbc.sql(
                        """
                        select duties, term_from, term_to, document_number, document_symbol, decided_on
                        from teams where cycle = ?
                        """)
                .param(cycle)
                .query((row, n) -> new Team(
                        cycle,
                        people(taken, HEAD).get(0),
                        people(taken, DEPUTY),
                        people(taken, SECRETARY),
                        taken.stream()
                                .filter(seat -> seat.role().equals(MEMBER))
                                .map(seat -> new TeamMember(seat.person(), seat.agency()))
                                .toList(),
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class)))
                .optional();
    }

    @Override
    public Set<String> members(String cycle) {
        return Set.copyOf(people(seats.get(cycle), MEMBER));
    }

    private List<Seat> seats(String cycle) {
        return jdbc.sql("select person, role, agency from team_members where cycle = ? order by position")
                .param(cycle)
                .query((row, n) -> new Seat(row.getString(1), row.getString(2), row.getString(3)))
                .list();
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
        given.add(new Seat(team.head(), HEAD, null));
        team.deputies().forEach(person -> given.add(new Seat(person, DEPUTY, null)));
        team.secretaries().forEach(person -> given.add(new Seat(person, SECRETARY, null)));
        team.members().forEach(member -> given.add(new Seat(member.person(), MEMBER, member.agency())));
        List<Object[]> rows = new ArrayList<>();
        for (Seat seat : given) {
            rows.add(new Object[] {team.cycle(), seat.person(), seat.role(), rows.size(), seat.agency()});
        }
        batches.batchUpdate(
                "insert into team_members (cycle, person, role, position, agency) values (?, ?, ?, ?, ?)", rows);
        seats.forget();
    }
}
