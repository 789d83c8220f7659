package nepsong.commendation;

import java.time.OffsetDateTime;
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

    JdbcBallots(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
    public boolean handIn(String nomination, String member, VoteWay way, @Nullable String abstention) {
        return jdbc.sql(
                                """
                                update nomination_voters set voted = true, way = ?, abstention_reason = ?
                                where nomination = ? and member = ? and voted = false
                                """)
                        .params(way.name(), abstention, nomination, member)
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
                        select v.members, t.voted, t.in_favour, v.present, v.in_writing, v.abstained
                        from (select count(*) as members, count(case when way = 'MEETING' then 1 end) as present,
                                     count(case when way = 'WRITING' then 1 end) as in_writing,
                                     count(abstention_reason) as abstained
                              from nomination_voters where nomination = ?) v,
                             (select coalesce(sum(votes), 0) as voted,
                                     coalesce(sum(case when choice = 'IN_FAVOUR' then votes else 0 end), 0) as in_favour
                              from nomination_tallies where nomination = ?) t
                        """)
                .params(nomination, nomination)
                .query((row, n) -> new Count(
                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)))
                .single();
    }

    @Override
    public void add(VoteResult result) {
        jdbc.sql(
                        """
                        insert into nomination_vote_results
                               (nomination, members, voted, in_favour, present, in_writing, abstained, required_percent,
                                passed, reason, counted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        result.nomination(),
                        result.members(),
                        result.voted(),
                        result.inFavour(),
                        result.present(),
                        result.inWriting(),
                        result.abstained(),
                        result.requiredPercent(),
                        result.passed(),
                        result.reason(),
                        result.countedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<VoteResult> result(String nomination) {
        return jdbc.sql(
                        """
                        select members, voted, in_favour, present, in_writing, abstained, required_percent, passed, reason,
                               counted_at
                        from nomination_vote_results where nomination = ?
                        """)
                .param(nomination)
                .query((row, n) -> new VoteResult(
                        nomination,
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getBoolean(8),
                        row.getString(9),
                        row.getObject(10, OffsetDateTime.class).toInstant()))
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
