package nepsong.unitfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.crossinspection.CrossScore;
import nepsong.crossinspection.DoubleInspections;
import nepsong.cycle.Affair;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.engine.DemonstrationPeople;
import nepsong.progress.ManagedCycle;
import nepsong.reminder.Escalation;
import nepsong.reminder.Escalation.Reason;
import nepsong.reminder.Escalations;
import nepsong.reminder.Extension;
import nepsong.reminder.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Who may open a unit's file, what stands in it for whom, and that looks from outside are recorded. */
@ProcessTest
class UnitFileTest {

    private static final String UNIT = "q-ba-dinh";
    private static final String NEVER = "h-me-linh";
    private static final String NOW = "1943";
    private static final String BEFORE = "1942";

    private final Escalations escalations;
    private final Extensions extensions;
    private final DoubleInspections second;
    private final Delegations delegations;
    private final DelegatedActs acts;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final DemonstrationPeople people;
    private final MockMvc browser;

    @Autowired
    UnitFileTest(
            Escalations escalations,
            Extensions extensions,
            DoubleInspections second,
            Delegations delegations,
            DelegatedActs acts,
            JdbcClient jdbc,
            MovableClock clock,
            DemonstrationPeople people,
            WebApplicationContext context) {
        this.escalations = escalations;
        this.extensions = extensions;
        this.second = second;
        this.delegations = delegations;
        this.acts = acts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aUnitWithTwoCycles() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ", "q-dong-da", "Quận Đống Đa"));
        Instant now = Instant.now(clock);
        Map<String, List<String>> blocs = Map.of("khoi-1", List.of(UNIT, "q-tay-ho", "q-dong-da"));
        new ManagedCycle(jdbc, BEFORE, now.minus(Duration.ofDays(360)))
                .begun(60)
                .configured(blocs)
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, NOW, now)
                .begun(60)
                .configured(blocs)
                .selfAssessed(true)
                .finished();
        jdbc.sql(
                        "insert into pairings values (?, 'khoi-1', 1, 7, 0, '', '', false, false, ?, null, null, null, ?, 'x', '')")
                .params(NOW, java.sql.Timestamp.from(now), java.sql.Timestamp.from(now))
                .update();
        jdbc.sql("insert into pairs values (?, 'khoi-1', 1, ?, 'q-tay-ho', 0, null)")
                .params(NOW, UNIT)
                .update();
        jdbc.sql("delete from publications where cycle = ?").param(NOW).update();
        jdbc.sql("update findings set description = 'Bảng ở sảnh đã bạc màu' where cycle = ?")
                .param(NOW)
                .update();
    }

    @AfterEach
    void nothingIsLeft() {
        for (String table : List.of("escalations", "extensions", "delegated_acts")) {
            jdbc.sql("delete from " + table + " where business_key like ?")
                    .param(NOW + "/%")
                    .update();
        }
        jdbc.sql("delete from delegations where id = ?").param(NOW + "d").update();
        jdbc.sql("delete from evidence where cycle = ?").param(NOW).update();
        jdbc.sql("delete from stored_files where sha256 = ?").param(NOW).update();
        jdbc.sql("delete from self_assessment_reflections where cycle = ?")
                .param(NOW)
                .update();
        for (String table : List.of("double_scores", "double_inspections", "pairs")) {
            jdbc.sql("delete from " + table + " where cycle = ?").param(NOW).update();
        }
        jdbc.sql("delete from pairings where cycle = ?").param(NOW).update();
        ManagedCycle.forget(jdbc, NOW);
        ManagedCycle.forget(jdbc, BEFORE);
    }

    @Test
    void theUnitSeesItsOwnAndIsNotRecorded() throws Exception {
        int before = looks();
        String page = open("qbadinhCoordinator", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("Hồ sơ đơn vị", "Quận Ba Đình", "CS-A1", "Có hồ sơ kèm theo", "Đã xem tại chỗ")
                .contains("/units/q-ba-dinh?cycle=" + BEFORE)
                .contains("Chưa công bố");
        assertThat(looks()).isEqualTo(before);
    }

    @Test
    void whatBecameOfItsTasksStandsInTheFileStepByStep() throws Exception {
        Instant now = Instant.now(clock);
        String affair = NOW + "/" + UNIT;
        LocalDate day = LocalDate.of(2023, 11, 6);
        escalations.add(List.of(new Escalation(
                NOW + "t",
                "Báo cáo khắc phục",
                "correction.report-correction",
                affair,
                new Affair(NOW, UNIT),
                Reason.OVERDUE,
                "headOfTeam",
                5,
                day,
                now)));
        extensions.add(new Extension(
                NOW + "e",
                NOW + "t",
                "Chấm điểm tự đánh giá",
                "self-assessment.score-criteria",
                affair,
                new Affair(NOW, UNIT),
                "qbadinhCoordinator",
                now,
                "Chờ số liệu của Công an phường",
                now,
                day,
                null,
                null));
        extensions.decide(NOW + "e", new Extension.Decision(false, "Số liệu đã có từ tháng trước", "headOfTeam", now));
        delegations.add(
                new Delegation(
                        NOW + "d",
                        "qbadinhCoordinator",
                        "qbadinhInspector",
                        day,
                        day,
                        Set.of(TaskKind.SELF_ASSESSMENT),
                        "admin",
                        null),
                now);
        acts.done(new DelegatedActs.Act(
                NOW + "u",
                "Tiếp nhận kế hoạch",
                "self-assessment.acknowledge",
                affair,
                new Affair(NOW, UNIT),
                NOW + "d",
                "qbadinhCoordinator",
                "qbadinhInspector",
                now));

        assertThat(open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Quá hạn 5 ngày làm việc", "đã báo cáo: Trưởng đoàn kiểm tra")
                .contains("xin gia hạn từ", "Lý do: Chờ số liệu của Công an phường")
                .contains("không cho gia hạn, hạn vẫn là", "Lý do: Số liệu đã có từ tháng trước")
                .containsPattern("Tiếp nhận kế hoạch[\\s\\S]*làm thay mặt");
    }

    @Test
    void aResultIsTheManagersBeforeItIsEverybodys() throws Exception {
        String grade = jdbc.sql("select grade from results where cycle = ? and unit = ?")
                .params(NOW, UNIT)
                .query(String.class)
                .single();
        assertThat(grade).isEqualTo("EXCELLENT");
        int before = looks();
        inspectedAgain();
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Xuất sắc", "chưa công bố", "Tập thể q-ba-dinh")
                .containsPattern("Kiểm tra kép[\\s\\S]*Đoàn chấm [0-9,]+ điểm")
                .contains("Lý do: Hai bên đã đối chiếu hồ sơ");
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("chưa công bố", "Kiểm tra kép");
    }

    @Test
    void whatLimitedTheGradeStandsApartFromWhatChangedNothing() throws Exception {
        cap(0, "QUOTA", "GOOD", "Khối đã đủ hạn mức");
        cap(1, "V10", "EXCELLENT", "Chưa ký đủ cam kết");

        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("<strong>Hạn mức</strong>: <span>Khối đã đủ hạn mức</span>")
                .containsPattern("Không làm đổi xếp loại:</span>\\s*<strong>V10</strong>: <span>Chưa ký đủ cam kết")
                .doesNotContain("QUOTA");
    }

    @Test
    void anAdjustedGradeIsToldWithItsReason() throws Exception {
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("điều chỉnh từ");
        jdbc.sql(
                        """
                        insert into appraisals (cycle, unit, bonus, bonus_reason, penalty, penalty_reason, evidence_untrue,
                            harassment_concluded, inspection_obstructed, head_disciplined, pledge_incomplete, veto_note,
                            adjusted_grade, adjustment_reason, appraised_by, appraised_at)
                        values (?, ?, 0, '', 0, '', false, false, false, false, false, '', 'FAIR', ?, 'x', current_timestamp)
                        """)
                .params(NOW, UNIT, "Có dư luận xấu kéo dài.")
                .update();
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .as("what was proposed alone changes nothing")
                .doesNotContain("Có dư luận xấu");
        jdbc.sql("update results set grade_by_score = 'GOOD', adjusted_grade = 'FAIR' where cycle = ? and unit = ?")
                .params(NOW, UNIT)
                .update();
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains(
                        "Xếp loại được điều chỉnh từ Tốt thành Khá, Trưởng đoàn đã xác nhận:",
                        "Có dư luận xấu kéo dài.");
        jdbc.sql("delete from appraisals where cycle = ?").param(NOW).update();
    }

    private void cap(int position, String code, String highest, String reason) {
        jdbc.sql("insert into result_caps values (?, ?, ?, ?, ?, ?)")
                .params(NOW, UNIT, position, code, highest, reason)
                .update();
    }

    private void inspectedAgain() {
        second.draw(NOW, "khoi-1", List.of(UNIT));
        second.handIn(
                NOW,
                UNIT,
                LocalDate.now((java.time.Clock) clock),
                List.of(new CrossScore("CS-A1", false, null, BigDecimal.ONE, null)),
                "member3",
                null);
        second.resolve(NOW, UNIT, "Hai bên đã đối chiếu hồ sơ", "appraiser1");
    }

    @Test
    void aVisitThatIsNotAnnouncedIsNotGivenAway() throws Exception {
        jdbc.sql(
                        """
                        update inspections set announced = false, visit_started_at = null, cross_submitted_at = null,
                               finished_at = null, planned_at = timestamp '2031-05-17 08:30:00'
                        where cycle = ? and unit = ?
                        """)
                .params(NOW, UNIT)
                .update();
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Lịch kiểm tra", "17/05/2031");
        assertThat(open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain("Lịch kiểm tra", "17/05/2031");
    }

    @Test
    void whatWasCountedAndSaidBesideTheScoresAndWhatWasSignedStandInTheFile() throws Exception {
        jdbc.sql(
                        """
                        update scorecard_rows set self_counted = 95, self_total = 100, cross_samples = 20, cross_faults = 2
                        where cycle = ? and unit = ? and criterion = 'CS-B2'
                        """)
                .params(NOW, UNIT)
                .update();
        jdbc.sql(
                        """
                        insert into self_assessments (cycle, unit, contact_name, contact_position, contact_phone, contact_email,
                               head_in_charge, staff_count, acknowledged_at)
                        values (?, ?, 'Trần Thị B', 'Chuyên viên', '0912345678', 'b@example.org', 'qbadinhHead', 121,
                               current_timestamp)
                        """)
                .params(NOW, UNIT)
                .update();
        jdbc.sql(
                        """
                        insert into self_assessment_reflections (cycle, unit, position, finding_type, description, remedy,
                               due_on, proposed)
                        values (?, ?, 0, 'BOARD_MISSING', 'Hành lang chưa có bảng', 'Đặt bảng mới', date '2031-02-03', null),
                               (?, ?, 1, null, 'Cả năm không có phản ánh', null, null, 'Tổ một cửa')
                        """)
                .params(NOW, UNIT, NOW, UNIT)
                .update();
        jdbc.sql("insert into stored_files values (?, 3, 'application/pdf', current_timestamp)")
                .param(NOW)
                .update();
        for (String kind : List.of("SELF_REPORT", "MINUTES")) {
            jdbc.sql(
                            """
                            insert into evidence (id, cycle, unit, kind, topic, file_name, media_type, size, sha256, shown_sha256,
                                   added_at, added_by)
                            values (?, ?, ?, ?, 'B', ?, 'application/pdf', 3, ?, ?, current_timestamp, 'secretary')
                            """)
                    .params(NOW + kind, NOW, UNIT, kind, kind + ".pdf", NOW, NOW)
                    .update();
        }
        String page = open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("đạt 95 trên 100", "2 lỗi trên 20 mẫu")
                .containsPattern(
                        "Thiếu bảng niêm yết[\\s\\S]*Hành lang chưa có bảng[\\s\\S]*Đặt bảng mới[\\s\\S]*03/02/2031")
                .containsPattern("Tổ một cửa[\\s\\S]*Cả năm không có phản ánh")
                .containsPattern(
                        "Đầu mối:[\\s\\S]*Trần Thị B[\\s\\S]*Chuyên viên[\\s\\S]*0912345678[\\s\\S]*b@example.org")
                .contains(">121</span>")
                .contains("Báo cáo tự đánh giá đã ký", "SELF_REPORT.pdf")
                .as("the secretary's until they are handed in")
                .doesNotContain("MINUTES.pdf");
        jdbc.sql("update inspections set minutes_at = current_timestamp where cycle = ? and unit = ?")
                .params(NOW, UNIT)
                .update();
        assertThat(open("qbadinhHead", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Biên bản kiểm tra đã ký", "MINUTES.pdf");
    }

    @Test
    void itsInspectorSeesTheCycleThatTheyInspectAndNoNominations() throws Exception {
        assertThat(open("qtayhoInspector", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("CS-A1")
                .doesNotContain("Tập thể q-ba-dinh")
                .doesNotContain("/units/q-ba-dinh?cycle=" + BEFORE);
        assertThat(open("qtayhoInspector", "?cycle=" + BEFORE).getStatus()).isEqualTo(404);
    }

    @Test
    void whyANominationWasNotTakenUpStandsThereToo() throws Exception {
        String reason = "Thành tích này thuộc một hồ sơ khác";
        String nomination = nomination();
        jdbc.sql(
                        """
                        insert into nomination_consolidations (nomination, taken_up, reason, consolidated_by, consolidated_at)
                        values (?, false, ?, 'office', current_timestamp)
                        """)
                .params(nomination, reason)
                .update();
        try {
            assertThat(open("qbadinhHead", "").getContentAsString(StandardCharsets.UTF_8))
                    .contains("Không đưa vào danh sách", reason);
        } finally {
            jdbc.sql("delete from nomination_consolidations where nomination = ?")
                    .param(nomination)
                    .update();
        }
    }

    private String nomination() {
        return jdbc.sql("select id from nominations where cycle = ? and unit = ?")
                .params(NOW, UNIT)
                .query(String.class)
                .single();
    }

    @Test
    void whyANominationIsNotEligibleStandsWhereTheMailAboutItLeads() throws Exception {
        String reason = "Thành tích này đã được khen thưởng";
        String nomination = nomination();
        jdbc.sql(
                        """
                        insert into nomination_appraisals (nomination, round, under_discipline, under_investigation,
                               complaint_being_verified, press_report_being_verified, same_achievement_awarded,
                               civil_servant, outcome, reason, award_form, appraised_by, appraised_at)
                        values (?, 1, false, false, false, false, true, true, 'REFUSED', ?, 'CERTIFICATE_OF_MERIT',
                                'awardOffice', current_timestamp)
                        """)
                .params(nomination, reason)
                .update();
        try {
            assertThat(open("qbadinhCoordinator", "").getContentAsString(StandardCharsets.UTF_8))
                    .contains("Không đủ điều kiện", reason);
            assertThat(open("qtayhoInspector", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                    .doesNotContain(reason);
        } finally {
            jdbc.sql("delete from nomination_appraisals where nomination = ?")
                    .param(nomination)
                    .update();
        }
    }

    @Test
    void ofAUnitThatWasNeverInACycleTheNominationsStandWhereTheMailAboutThemLeads() throws Exception {
        people.seed(Map.of(NEVER, "Huyện Mê Linh"));
        String reason = "Thành tích này thuộc một hồ sơ khác";
        assertThat(pageOf(NEVER, "hmelinhHead"))
                .contains("chưa vào kỳ kiểm tra nào")
                .doesNotContain("id=\"commendations\"");
        nominatedBeside("beside-1", "Tập thể dừng lại");
        nominatedBeside("beside-2", "Tập thể đang xét");
        jdbc.sql(
                        """
                        insert into nomination_consolidations (nomination, taken_up, reason, consolidated_by, consolidated_at)
                        values ('beside-1', false, ?, 'office', current_timestamp)
                        """)
                .param(reason)
                .update();
        try {
            int before = looks(NEVER);
            for (String reader : List.of("hmelinhHead", "hmelinhCoordinator", "manager", "office", "director")) {
                assertThat(pageOf(NEVER, reader))
                        .as(reader)
                        .contains("chưa vào kỳ kiểm tra nào", "id=\"commendations\"", "Tập thể dừng lại", reason)
                        .contains("Tập thể đang xét", "Ngoài kỳ");
            }
            assertThat(looks(NEVER) - before)
                    .as("who looks at another's nominations is recorded")
                    .isEqualTo(3);
            assertThat(pageOf(NEVER, "secretary"))
                    .as("sees what was awarded alone")
                    .contains("chưa vào kỳ kiểm tra nào")
                    .doesNotContain("Tập thể", reason);
            assertThat(of(NEVER, "qbadinhHead").getStatus()).isEqualTo(404);
        } finally {
            jdbc.sql("delete from nomination_consolidations where nomination = 'beside-1'")
                    .update();
            jdbc.sql("delete from nominations where unit = ?").param(NEVER).update();
        }
    }

    private void nominatedBeside(String id, String name) {
        jdbc.sql(
                        """
                        insert into nominations (id, unit, subject_type, name, address, award_form, achievement,
                               period_from, period_to, proposed_by, proposed_at)
                        values (?, ?, 'COLLECTIVE', ?, 'Hà Nội', 'CERTIFICATE_OF_MERIT', 'Thành tích',
                                date '2023-01-01', date '2023-12-31', 'office', current_timestamp)
                        """)
                .params(id, NEVER, name)
                .update();
    }

    private String pageOf(String unit, String person) throws Exception {
        return of(unit, person).getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void forEverybodyElseThereIsNoSuchFile() throws Exception {
        for (String person :
                List.of("qtayhoCoordinator", "qdongdaInspector", "admin", "council1", "awardOffice", "cityLeader")) {
            assertThat(open(person, "").getStatus()).as(person).isEqualTo(404);
        }
        assertThat(open("manager", "?cycle=1700").getStatus()).isEqualTo(404);
        assertThat(browser.perform(get("/units/q-khong-co").with(user("manager")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aFindingTellsWhatBecameOfItsSecondLook() throws Exception {
        String finding = "looked-again";
        jdbc.sql(
                        """
                        insert into findings (id, cycle, unit, number, type, severity, place, description, repeated, working_days,
                               photo_before, photo_after, recheck_on, recheck_percent, second_look_days, due_on, found_at, reopened)
                        values (?, ?, ?, 99, 'BOARD_FADED', 'MINOR', 'Sảnh một cửa', 'Bảng bạc màu', false, 10,
                                true, true, 'SITE', 30, 30, date '2023-10-10', current_timestamp, 8)
                        """)
                .params(finding, NOW, UNIT)
                .update();
        jdbc.sql(
                        """
                        insert into correction_reports (finding, number, measure, completed_on, cause, reported_at, accepted,
                               verified_at, second_look_on, looked_again_at, lasted, lapse_reason)
                        values (?, 7, 'Đã thay bảng', date '2023-10-02', 'FUNDING', current_timestamp, true,
                                current_timestamp, date '2023-11-02', current_timestamp, false, 'Bảng mới đã lại bạc màu'),
                               (?, 8, 'Thay bảng bền màu', date '2023-11-12', 'FUNDING', current_timestamp, true,
                                current_timestamp, date '2023-12-13', null, null, null)
                        """)
                .params(finding, finding)
                .update();
        jdbc.sql(
                        """
                        insert into correction_attempts (finding, number, attempt, reason, attempted_at)
                        values (?, 8, 1, 'Đến nơi thì khóa cửa', current_timestamp)
                        """)
                .param(finding)
                .update();
        for (String reader : List.of("qbadinhCoordinator", "qtayhoInspector", "manager")) {
            assertThat(open(reader, "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                    .as(reader)
                    .contains("Xem lại: không còn đạt", "Bảng mới đã lại bạc màu")
                    .contains("Chưa xác minh được", "Đến nơi thì khóa cửa")
                    .contains("Xem lại kết quả từ ngày <span>13/12/2023</span>");
        }
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Quá hạn khắc phục");
        withdrawn("current_timestamp");
        assertThat(open("manager", "?cycle=" + NOW).getContentAsString(StandardCharsets.UTF_8))
                .contains("Dừng cùng kỳ kiểm tra")
                .doesNotContain("Quá hạn khắc phục", "Đang khắc phục");
        withdrawn("null");
        jdbc.sql("delete from correction_attempts where finding = ?")
                .param(finding)
                .update();
        jdbc.sql("delete from correction_reports where finding = ?")
                .param(finding)
                .update();
    }

    private void withdrawn(String at) {
        jdbc.sql("update cycles set withdrawn_at = " + at + " where code = ?")
                .param(NOW)
                .update();
    }

    private MockHttpServletResponse open(String person, String query) throws Exception {
        return of(UNIT + query, person);
    }

    private MockHttpServletResponse of(String unit, String person) throws Exception {
        return browser.perform(get("/units/" + unit).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private int looks() {
        return looks(UNIT);
    }

    private int looks(String unit) {
        return jdbc.sql("select count(*) from audit_events where action = 'unit-file.read' and unit = ?")
                .param(unit)
                .query(Integer.class)
                .single();
    }
}
