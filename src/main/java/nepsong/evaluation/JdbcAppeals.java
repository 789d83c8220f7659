package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeal.Decided;
import nepsong.evaluation.Appeal.Proposal;
import nepsong.selfassessment.Points;
import nepsong.selfassessment.Scorecards;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppeals implements Appeals {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Scorecards scorecards;
    private final Clock clock;
    private final EvaluationRecord record;

    JdbcAppeals(JdbcClient jdbc, JdbcTemplate batches, Scorecards scorecards, Clock clock, EvaluationRecord record) {
        this.record = record;
        this.jdbc = jdbc;
        this.batches = batches;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    @Override
    public Optional<Appeal> find(String cycle, String unit) {
        List<Contested> criteria = jdbc.sql(
                        "select criterion, score from appeal_criteria where cycle = ? and unit = ? order by position")
                .params(cycle, unit)
                .query((row, n) -> new Contested(row.getString("criterion"), row.getBigDecimal("score")))
                .list();
        List<Proposal> proposals = jdbc.sql(
                        """
                        select criterion, reviewer, proposed_score, reason from appeal_proposals
                        where cycle = ? and unit = ?
                        order by proposed_at, reviewer
                        """)
                .params(cycle, unit)
                .query((row, n) -> new Proposal(
                        row.getString("criterion"),
                        row.getString("reviewer"),
                        row.getBigDecimal("proposed_score"),
                        row.getString("reason")))
                .list();
        return jdbc.sql("select * from appeals where cycle = ? and unit = ?")
                .params(cycle, unit)
                .query((row, n) -> read(row, criteria, proposals))
                .optional();
    }

    @Override
    public void file(Appeal appeal) {
        jdbc.sql("insert into appeals (cycle, unit, reason, filed_by, filed_at) values (?, ?, ?, ?, ?)")
                .params(appeal.cycle(), appeal.unit(), appeal.reason(), appeal.filedBy(), now())
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Contested one : appeal.criteria()) {
            rows.add(new @Nullable Object[] {appeal.cycle(), appeal.unit(), one.criterion(), rows.size(), one.score()});
        }
        batches.batchUpdate(
                "insert into appeal_criteria (cycle, unit, criterion, position, score) values (?, ?, ?, ?, ?)", rows);
    }

    @Override
    public void review(String cycle, String unit, List<Proposal> proposals) {
        OffsetDateTime now = now();
        batches.batchUpdate(
                """
                insert into appeal_proposals (cycle, unit, criterion, reviewer, proposed_score, reason, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                proposals.stream()
                        .map(one -> new Object[] {
                            cycle, unit, one.criterion(), one.reviewer(), one.score(), one.reason(), now
                        })
                        .toList());
    }

    @Override
    public void decide(Appeal appeal, String user, List<Decided> decided, String reason) {
        record.appealed(appeal, Points.last(scorecards.of(appeal.cycle(), appeal.unit())), decided, user);
        jdbc.sql(
                        """
                        update appeals set approved = ?, decision_reason = ?, decided_by = ?, decided_at = ?
                        where cycle = ? and unit = ?
                        """)
                .params(!decided.isEmpty(), reason, user, now(), appeal.cycle(), appeal.unit())
                .update();
        batches.batchUpdate(
                """
                update scorecard_rows set appealed_score = ?, appeal_reason = ?
                where cycle = ? and unit = ? and criterion = ?
                """,
                decided.stream()
                        .map(one -> new Object[] {
                            one.score(),
                            reasons(appeal, one.criterion()),
                            appeal.cycle(),
                            appeal.unit(),
                            one.criterion()
                        })
                        .toList());
        scorecards.changed();
    }

    private static String reasons(Appeal appeal, String criterion) {
        return appeal.proposalsFor(criterion).stream()
                .map(Proposal::reason)
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    @Override
    public void accept(String cycle, String unit, String user) {
        jdbc.sql("insert into result_acceptances (cycle, unit, accepted_by, accepted_at) values (?, ?, ?, ?)")
                .params(cycle, unit, user, now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Appeal read(ResultSet row, List<Contested> criteria, List<Proposal> proposals) throws SQLException {
        return new Appeal(
                row.getString("cycle"),
                row.getString("unit"),
                row.getString("reason"),
                row.getString("filed_by"),
                criteria,
                proposals,
                row.getObject("approved", Boolean.class),
                Objects.requireNonNullElse(row.getString("decision_reason"), ""));
    }
}
