package nepsong.evaluation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInvitations implements Invitations {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    JdbcInvitations(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void add(Report report, Collection<String> persons) {
        batches.batchUpdate(
                "insert into conference_invitations (cycle, version, person) values (?, ?, ?)",
                persons.stream()
                        .map(person -> new Object[] {report.cycle(), report.version(), person})
                        .toList());
    }

    @Override
    public List<Answer> answers(Report report) {
        return jdbc.sql("select * from conference_invitations where cycle = ? and version = ? order by person")
                .params(report.cycle(), report.version())
                .query((row, n) -> new Answer(
                        row.getString("person"), row.getObject("attends", Boolean.class), row.getString("note")))
                .list();
    }

    @Override
    public void answer(Report report, Answer answer) {
        jdbc.sql(
                        """
                        update conference_invitations set attends = ?, note = ?, answered_at = ?
                        where cycle = ? and version = ? and person = ?
                        """)
                .params(
                        answer.attends(),
                        answer.note(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        report.cycle(),
                        report.version(),
                        answer.person())
                .update();
    }
}
