package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSecondLooks implements SecondLooks {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSecondLooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void plan(String finding, int number, LocalDate firstDay) {
        jdbc.sql("update correction_reports set second_look_on = ? where finding = ? and number = ?")
                .params(firstDay, finding, number)
                .update();
    }

    @Override
    public List<String> due(LocalDate today) {
        return jdbc.sql(
                        """
                        select f.id
                        from correction_reports r
                             join findings f on f.id = r.finding and f.reopened + 1 = r.number and f.closed_at is not null
                             join cycles c on c.code = f.cycle and c.withdrawn_at is null
                        where r.second_look_on <= ? and r.second_look_begun_at is null
                        order by r.second_look_on, f.cycle, f.unit, f.number
                        """)
                .param(today)
                .query(String.class)
                .list();
    }

    @Override
    public void begin(String finding, int number) {
        jdbc.sql("update correction_reports set second_look_begun_at = ? where finding = ? and number = ?")
                .params(now(), finding, number)
                .update();
    }

    @Override
    public void conclude(String finding, int number, String user, @Nullable String lapse) {
        jdbc.sql(
                        """
                        update correction_reports
                        set lasted = ?, lapse_reason = ?, looked_again_at = ?, looked_again_by = ?
                        where finding = ? and number = ?
                        """)
                .params(lapse == null, lapse, now(), JdbcFindings.person(user), finding, number)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
