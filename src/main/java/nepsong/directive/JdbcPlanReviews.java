package nepsong.directive;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nepsong.organisation.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlanReviews implements PlanReviews {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Snapshot<List<Optional<String>>> seats = new Snapshot<>(this::seats);

    JdbcPlanReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<PlanOpinion> opinions(String cycle, int round) {
        return jdbc.sql(
                        """
                        select seat, given_by, agrees, text from plan_opinions
                        where cycle = ? and round = ? order by given_at, seat
                        """)
                .params(cycle, round)
                .query((row, n) ->
                        new PlanOpinion(row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4)))
                .list();
    }

    @Override
    public Optional<PlanDecision> lastDecision(String cycle) {
        return jdbc.sql(
                        """
                        select round, decision, reason, decided_by, decided_at from plan_decisions
                        where cycle = ? order by round desc limit 1
                        """)
                .param(cycle)
                .query((row, n) -> new PlanDecision(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public List<Optional<String>> opinionSeats() {
        return seats.get();
    }

    private List<Optional<String>> seats() {
        return jdbc.sql("select agency from opinion_seats order by position")
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .list();
    }

    @Override
    public void add(String cycle, int round, PlanOpinion opinion) {
        jdbc.sql(
                        """
                        insert into plan_opinions (cycle, round, seat, given_by, agrees, text, given_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(cycle, round, opinion.seat(), opinion.givenBy(), opinion.agrees(), opinion.text(), now())
                .update();
    }

    @Override
    public void add(String cycle, PlanDecision decision) {
        jdbc.sql(
                        """
                        insert into plan_decisions (cycle, round, decision, reason, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        cycle,
                        decision.round(),
                        decision.decision(),
                        decision.reason(),
                        decision.decidedBy(),
                        decision.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
