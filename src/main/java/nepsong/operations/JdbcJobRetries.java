package nepsong.operations;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJobRetries implements JobRetries {

    private final JdbcClient jdbc;

    JdbcJobRetries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Retry retry) {
        jdbc.sql("insert into job_retries (job, described, reason, person, retried_at) values (?, ?, ?, ?, ?)")
                .params(
                        retry.job(),
                        retry.described(),
                        retry.reason(),
                        retry.person(),
                        retry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<Retry> newest(int atMost) {
        return jdbc.sql("select * from job_retries order by id desc fetch first ? rows only")
                .param(atMost)
                .query((row, n) -> new Retry(
                        row.getString("job"),
                        row.getString("described"),
                        row.getString("reason"),
                        row.getString("person"),
                        row.getObject("retried_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
