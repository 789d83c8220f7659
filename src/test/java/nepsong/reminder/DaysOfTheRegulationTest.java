package nepsong.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold of evaluation and commendation as they are shipped, beside what the domain says (5.3, 5.6). */
class DaysOfTheRegulationTest {

    private static JdbcClient jdbc;

    @BeforeAll
    static void asShipped() {
        JdbcDataSource shipped = new JdbcDataSource();
        shipped.setURL("jdbc:h2:mem:regulation;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(shipped).load().migrate();
        jdbc = JdbcClient.create(shipped);
    }

    @ParameterizedTest
    @CsvSource({
        "evaluation.appraise, 10",
        "evaluation.draft-report, 7",
        "evaluation.give-opinion, 5",
        "evaluation.hold-conference, 15",
        "evaluation.publish, 7",
        "appeal.consider-result, 5",
        "commendation.appraise, 10",
        "commendation.vote, 5",
        "commendation.decide, 5"
    })
    void aStepHasItsWorkingDays(String step, int days) {
        assertThat(days(step)).isEqualTo(days);
    }

    @Test
    void anAppealIsReviewedAndDecidedWithinSeven() {
        assertThat(days("appeal.review-appeal") + days("appeal.decide-appeal")).isEqualTo(7);
    }

    @Test
    void appraisersAreRemindedThreeDaysBefore() {
        assertThat(jdbc.sql("select working_days_left from reminder_rules where step = 'evaluation.appraise'")
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
    }

    @Test
    void whatIsLateIsReportedToThoseWhoKeepItMoving() {
        assertThat(jdbc.sql(
                                """
                                select step || ' ' || working_days || ' ' || target from escalation_rules
                                where step like 'evaluation.%' or step like 'appeal.%' or step like 'commendation.%'
                                order by step
                                """)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(
                        "commendation.appraise 2 DEPARTMENT_LEADERS",
                        "commendation.decide 2 STANDING_OFFICE",
                        "commendation.vote 1 AWARD_OFFICE",
                        "evaluation.appraise 3 DEPARTMENT_LEADERS"));
    }

    private static int days(String step) {
        return jdbc.sql("select working_days from default_deadlines where step = ?")
                .param(step)
                .query(Integer.class)
                .single();
    }
}
