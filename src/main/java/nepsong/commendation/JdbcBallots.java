package nepsong.commendation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBallots implements Ballots {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcBallots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<String> members(String nomination) {
        return jdbc.sql("select member from nomination_voters where nomination = ? order by member")
                .param(nomination)
                .query(String.class)
                .list();
    }

    @Override
    public void ask(String nomination, List<String> members) {
        for (String member : members) {
            jdbc.sql("insert into nomination_voters (nomination, member, voted) values (?, ?, false)")
                    .params(nomination, member)
                    .update();
        }
        for (VoteChoice choice : List.of(VoteChoice.IN_FAVOUR, VoteChoice.AGAINST)) {
            jdbc.sql("insert into nomination_tallies (nomination, choice, votes) values (?, ?, 0)")
                    .params(nomination, choice.name())
                    .update();
        }
    }

    @Override
    public boolean handIn(String nomination, String member, @Nullable String abstention) {
        return jdbc.sql(
                                """
                                update nomination_voters set voted = true, abstention_reason = ?
                                where nomination = ? and member = ? and voted = false
                                """)
                        .params(abstention, nomination, member)
                        .update()
                > 0;
    }

    @Override
    public void drop(String nomination, VoteChoice choice, @Nullable String objection) {
        jdbc.sql("update nomination_tallies set votes = votes + 1 where nomination = ? and choice = ?")
                .params(nomination, choice.name())
                .update();
        if (objection != null) {
            jdbc.sql("insert into nomination_objections (id, nomination, reason) values (?, ?, ?)")
                    .params(UUID.randomUUID().toString(), nomination, objection)
                    .update();
        }
    }

    @Override
    public Count count(String nomination) {
        return jdbc.sql(
                        """
                        select (select count(*) from nomination_voters v where v.nomination = ?),
                               coalesce(sum(votes), 0),
                               coalesce(sum(case when choice = 'IN_FAVOUR' then votes else 0 end), 0)
                        from nomination_tallies where nomination = ?
                        """)
                .params(nomination, nomination)
                .query((row, n) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    @Override
    public void add(VoteResult result) {
        jdbc.sql(
                        """
                        insert into nomination_vote_results
                               (nomination, members, voted, in_favour, required_percent, passed, reason, counted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        result.nomination(),
                        result.members(),
                        result.voted(),
                        result.inFavour(),
                        result.requiredPercent(),
                        result.passed(),
                        result.reason(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<VoteResult> result(String nomination) {
        return jdbc.sql(
                        """
                        select members, voted, in_favour, required_percent, passed, reason
                        from nomination_vote_results where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new VoteResult(
                        nomination,
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getString(6)))
                .optional();
    }

    @Override
    public List<String> objections(String nomination) {
        return jdbc.sql("select reason from nomination_objections where nomination = ? order by id")
                .param(nomination)
                .query(String.class)
                .list();
    }
}
