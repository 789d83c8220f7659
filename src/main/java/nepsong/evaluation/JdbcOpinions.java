package nepsong.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpinions implements Opinions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcOpinions(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public List<Opinion> of(Report report) {
        return jdbc.sql("select * from report_opinions where cycle = ? and version = ? order by person")
                .params(report.cycle(), report.version())
                .query((row, n) ->
                        new Opinion(row.getString("person"), row.getBoolean("consents"), row.getBoolean("silent")))
                .list();
    }

    @Override
    public List<Remark> remarks(Report report) {
        return jdbc.sql("select * from report_remarks where cycle = ? and version = ? order by person, position")
                .params(report.cycle(), report.version())
                .query((row, n) -> remark(row))
                .list();
    }

    @Override
    public List<OwnRemark> remarksOf(String cycle, String person) {
        return jdbc.sql("select * from report_remarks where cycle = ? and person = ? order by version desc, position")
                .params(cycle, person)
                .query((row, n) -> new OwnRemark(row.getInt("version"), remark(row)))
                .list();
    }

    @Override
    public List<OwnRemark> remarksOf(String cycle, String person, Instant at) {
        return jdbc.sql(
                        """
                        select * from report_remarks
                        where cycle = :cycle and person = :person
                              and version = (select max(version) from reports where cycle = :cycle and drafted_at <= :at)
                        order by position
                        """)
                .param("cycle", cycle)
                .param("person", person)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new OwnRemark(row.getInt("version"), remark(row)))
                .list();
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getString("person"),
                row.getInt("position"),
                row.getString("section"),
                row.getString("content"),
                row.getString("proposal"),
                row.getString("kind"),
                row.getString("reason"),
                row.getString("answer"),
                row.getString("answer_text"));
    }

    @Override
    public void add(Report report, Opinion opinion, List<Remark> remarks) {
        jdbc.sql(
                        """
                        insert into report_opinions (cycle, version, person, consents, silent, given_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(report.cycle(), report.version(), opinion.person(), opinion.consents(), opinion.silent(), now())
                .update();
        batches.batchUpdate(
                """
                insert into report_remarks (cycle, version, person, position, section, content, proposal, kind, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                remarks.stream()
                        .map(one -> new Object[] {
                            report.cycle(),
                            report.version(),
                            one.person(),
                            one.position(),
                            one.section(),
                            one.text(),
                            one.proposal(),
                            one.kind(),
                            one.reason()
                        })
                        .toList());
    }

    @Override
    public void answer(Report report, List<Remark> remarks, String user) {
        batches.batchUpdate(
                """
                update report_remarks set answer = ?, answer_text = ?, answered_by = ?, answered_at = ?
                where cycle = ? and version = ? and person = ? and position = ?
                """,
                remarks.stream()
                        .map(one -> new @Nullable Object[] {
                            one.answer(),
                            one.answerText(),
                            user,
                            now(),
                            report.cycle(),
                            report.version(),
                            one.person(),
                            one.position()
                        })
                        .toList());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
