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

/** Working days, reminders and reports upwards as they are shipped, before a city changes them, beside what the domain says (5.3, 5.6). */
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
        "directive.draft-plan, 10",
        "directive.give-opinion, 5",
        "directive.decide, 5",
        "directive.set-up-team, 5",
        "directive.configure-cycle, 3",
        "self-assessment.acknowledge, 3",
        "self-assessment.score-criteria, 20",
        "self-assessment.approve, 5",
        "self-assessment.check-completeness, 5",
        "self-assessment.supplement, 5",
        "bloc-inspection.approve-pairs, 3",
        "cross-inspection.schedule, 5",
        "cross-inspection.inspect, 2",
        "cross-inspection.write-minutes, 2",
        "cross-inspection.explain, 5",
        "cross-inspection.answer, 5",
        "correction.verify-correction, 5",
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
    void scorecardsCorrectionsAndAppraisalsAreRemindedOfEarlierThanTheRest() {
        assertThat(
                        lines(
                                """
                        select step || ' ' || working_days_left from reminder_rules
                        order by step
                        """))
                .containsExactly(
                        "correction.assign-correction 3",
                        "correction.look-again 3",
                        "correction.report-correction 3",
                        "correction.verify-correction 3",
                        "evaluation.appraise 3",
                        "self-assessment.score-criteria 10");
    }

    @Test
    void whatIsLateIsReportedToThoseWhoKeepItMoving() {
        assertThat(
                        lines(
                                """
                        select step || ' ' || working_days || ' ' || target from escalation_rules
                        order by step, working_days
                        """))
                .containsExactly(
                        "bloc-inspection.approve-pairs 1 DEPARTMENT_LEADERS",
                        "bloc-inspection.inspect-again 2 HEAD_OF_TEAM",
                        "commendation.appraise 2 DEPARTMENT_LEADERS",
                        "commendation.decide 2 STANDING_OFFICE",
                        "commendation.vote 1 AWARD_OFFICE",
                        "correction.assign-correction 5 HEAD_OF_TEAM",
                        "correction.look-again 5 HEAD_OF_TEAM",
                        "correction.report-correction 1 UNIT_HEAD",
                        "correction.report-correction 5 HEAD_OF_TEAM",
                        "correction.verify-correction 5 HEAD_OF_TEAM",
                        "cross-inspection.answer 1 HEAD_OF_TEAM",
                        "cross-inspection.inspect 2 UNIT_HEAD",
                        "cross-inspection.inspect 4 HEAD_OF_TEAM",
                        "cross-inspection.write-minutes 2 HEAD_OF_TEAM",
                        "evaluation.appraise 3 DEPARTMENT_LEADERS",
                        "follow-up.accept 5 DEPARTMENT_LEADERS",
                        "follow-up.report 1 UNIT_HEAD",
                        "follow-up.report 5 STANDING_OFFICE",
                        "self-assessment.acknowledge 1 UNIT_HEAD",
                        "self-assessment.acknowledge 3 HEAD_OF_TEAM",
                        "self-assessment.approve 2 STANDING_OFFICE",
                        "self-assessment.check-completeness 2 HEAD_OF_TEAM",
                        "self-assessment.score-criteria 1 UNIT_HEAD",
                        "self-assessment.score-criteria 3 STANDING_OFFICE",
                        "self-assessment.score-criteria 5 HEAD_OF_TEAM");
    }

    private static List<String> lines(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static int days(String step) {
        return jdbc.sql("select working_days from default_deadlines where step = ?")
                .param(step)
                .query(Integer.class)
                .single();
    }
}
