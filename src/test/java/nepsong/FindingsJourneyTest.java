package nepsong;

import static nepsong.Typing.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nepsong.cycle.WithdrawCycle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was found, how it was corrected and whether files were true decides the grade, whatever the score: full marks for all. */
@JourneyTest
class FindingsJourneyTest {

    private static final String ENVIRONMENT = "so-tai-nguyen-va-moi-truong";
    private static final List<String> UNITS = List.of(TOURISM, EDUCATION, HEALTH, TRANSPORT, ENVIRONMENT);
    private static final List<String> AS_IN_THE_CYCLE_BEFORE =
            List.of("CONDUCT", "NO_SELF_CHECK", "COMMUNICATION_IRREGULAR");

    @Autowired
    Campaign campaign;

    @Autowired
    CycleRecords records;

    @Autowired
    WithdrawCycle withdrawing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void openCriticalRepeatedAndUnansweredFindingsCapTheGrade() {
        String cycle = campaign.start("office");
        inTheCycleBefore(cycle, TRANSPORT);
        campaign.does("office", "draftPlan", value("units", UNITS));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");
        campaign.everybodyDoes("acknowledge");
        assertThat(campaign.isRefusedWithoutFiles(ENVIRONMENT, "scoreCriteria", fullMarks()))
                .contains("thiếu tệp minh chứng bắt buộc: CS-C1, CS-C4");
        campaign.everybodyDoes("scoreCriteria", fullMarks());
        campaign.everybodyDoes("approve", "checkCompleteness", "approvePairs", "schedule");

        campaign.at(
                TOURISM, "inspect", fullMarks().andThen(value("findings", List.of(found("HARASSMENT", "CRITICAL")))));
        campaign.at(EDUCATION, "inspect", fullMarks().andThen(oneRow("findings", A_FADED_BOARD)));
        List<Map<String, Object>> again = AS_IN_THE_CYCLE_BEFORE.stream()
                .map(type -> found(type, type.equals("COMMUNICATION_IRREGULAR") ? "MINOR" : "MAJOR"))
                .toList();
        campaign.at(TRANSPORT, "inspect", fullMarks().andThen(value("findings", again)));
        campaign.everybodyDoes("inspect", fullMarks());
        campaign.everybodyDoes("inspectAgain", fullMarks());
        campaign.everybodyDoes("writeMinutes", "explain", "approveExplanation", "assignCorrection");
        campaign.eachOf(thrice("sogiaothongvantaiCoordinator"), "reportCorrection", TRANSPORT, form -> {});
        campaign.eachOf(thrice("secretary"), "verifyCorrection", TRANSPORT, form -> {});
        campaign.passes(Duration.ofDays(45));
        campaign.everybodyDoes("appraise", untrueEvidenceAt(ENVIRONMENT));

        assertThat(records.result(TOURISM)).startsWith("FAIR").contains("V7");
        assertThat(records.result(EDUCATION)).startsWith("FAIR").contains("V13");
        assertThat(records.result(TRANSPORT))
                .as("closed, but found again")
                .startsWith("FAIR")
                .contains("V8");
        assertThat(records.result(ENVIRONMENT)).startsWith("POOR").contains("V3");
        assertThat(jdbc.sql("select penalty from results where cycle = ? and unit = ?")
                        .params(cycle, ENVIRONMENT)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("3");
        assertThat(records.result(HEALTH)).startsWith("EXCELLENT").doesNotContain("V");
        assertThat(withdrawing.withdraw(cycle, "Chỉ xem các mức khống chế xếp loại", "director"))
                .isEmpty();
    }

    private static Consumer<Map<String, Object>> untrueEvidenceAt(String unit) {
        return form -> Campaign.rows(form, "units").stream()
                .filter(row -> unit.equals(row.get("unit")))
                .forEach(row -> row.putAll(
                        Map.of("evidenceUntrue", true, "vetoNote", "Ảnh bảng niêm yết là ảnh của trụ sở khác")));
    }

    private void inTheCycleBefore(String cycle, String unit) {
        String before = jdbc.sql(
                        """
                        select code from cycles where code <> ? and withdrawn_at is null
                        order by year_of_cycle desc, started_at desc fetch first 1 row only
                        """)
                .param(cycle)
                .query(String.class)
                .optional()
                .orElseGet(this::aCycleLongAgo);
        for (int i = 0; i < AS_IN_THE_CYCLE_BEFORE.size(); i++) {
            jdbc.sql(
                            """
                            insert into findings (id, cycle, unit, number, type, severity, place, description, repeated,
                                   working_days, photo_before, photo_after, recheck_on, recheck_percent, due_on, found_at, closed_at)
                            values (?, ?, ?, ?, ?, 'MINOR', 'Trụ sở', 'Như năm trước', false, 10, false, false, 'FILE', 100,
                                    date '2000-01-01', timestamp with time zone '2000-01-01 00:00:00+00',
                                    timestamp with time zone '2000-01-01 00:00:00+00')
                            """)
                    .params("before-" + i, before, unit, 100 + i, AS_IN_THE_CYCLE_BEFORE.get(i))
                    .update();
        }
    }

    private String aCycleLongAgo() {
        jdbc.sql(
                        """
                        insert into cycles (code, year_of_cycle, name, started_at, started_by, finished_at)
                        values ('1999', 1999, 'Kỳ kiểm tra 1999', timestamp with time zone '1999-01-01 00:00:00+00', 'office',
                                timestamp with time zone '1999-12-01 00:00:00+00')
                        """)
                .update();
        return "1999";
    }

    private static Map<String, Object> found(String type, String severity) {
        return Map.of(
                "type",
                type,
                "severity",
                severity,
                "place",
                "Bộ phận một cửa",
                "description",
                "Đã thấy khi kiểm tra tại đơn vị");
    }

    private static List<String> thrice(String person) {
        return Collections.nCopies(3, person);
    }
}
