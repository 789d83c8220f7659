package nepsong.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.correction.Finding;
import nepsong.correction.Findings;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a wish for more time through {@code extension}. */
@ProcessTest
class ExtensionProcessTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final String REASON = "Nhà cung cấp chưa giao đủ bảng niêm yết mới cho đơn vị";

    @Autowired
    Desk desk;

    @Autowired
    MovableClock clock;

    @Autowired
    Cycles cycles;

    @Autowired
    RecordFindings recording;

    @Autowired
    Findings findings;

    @Autowired
    DemonstrationPeople people;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    AskForExtension asking;

    @Autowired
    Extensions extensions;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    private String cycle = "";

    @BeforeEach
    void theUnitOwesAReport() {
        people.seed(Map.of(UNIT, "Quận Ba Đình"));
        cycle = "ext-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now(clock)));
        recording.record(
                cycle,
                UNIT,
                "secretary",
                List.of(new NewFinding("BOARD_FADED", "MINOR", "Bộ phận một cửa", "Bảng bạc màu", "CS-C1")));
        desk.bringEvidence(task("assignCorrection"));
        desk.complete(task("assignCorrection"), Map.of());
    }

    @Test
    void moreTimeIsGrantedByTheHeadOfTeamAndTheDeadlineMoves() {
        Task report = task("reportCorrection");
        LocalDate until = calendar.plus(finding().dueOn(), 5);

        assertThat(asking.ask(report.getId(), COORDINATOR, until, REASON)).isEmpty();
        assertThat(asking.ask(report.getId(), COORDINATOR, until, REASON))
                .as("sent twice")
                .isEmpty();
        assertThat(asking.ask(
                        report.getId(), COORDINATOR, calendar.plus(finding().dueOn(), 4), REASON))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("một lần");
        Task decide = task("decideExtension");
        assertThat(decide.getName()).startsWith("Quyết định gia hạn: Báo cáo khắc phục");
        assertThat(desk.form(decide)).containsEntry("wish", REASON);
        identities.setAuthentication("headOfTeam", List.of("headOfTeam"));
        try {
            tasks.claim(decide.getId(), "headOfTeam");
            desk.complete(decide, Map.of("decision", "approve"));
        } finally {
            identities.clearAuthentication();
        }

        assertThat(task("reportCorrection").getDueDate()).isEqualTo(Date.from(calendar.dueAt(until)));
        assertThat(finding().dueOn()).isEqualTo(until);
        assertThat(told("extension.granted")).containsExactly(COORDINATOR);
        assertThat(extensions.of(new Affair(cycle, UNIT))).singleElement().satisfies(one -> assertThat(one.decision())
                .isNotNull()
                .extracting(Extension.Decision::granted)
                .isEqualTo(true));
        assertThat(audited()).containsExactly("extension.asked by " + COORDINATOR, "extension.granted by headOfTeam");
    }

    @Test
    void aFindingThatIsReopenedIsNotExtendedASecondTime() {
        asking.ask(
                task("reportCorrection").getId(),
                COORDINATOR,
                calendar.plus(finding().dueOn(), 1),
                REASON);
        desk.complete(task("decideExtension"), Map.of("decision", "approve"));
        desk.bringEvidence(task("reportCorrection"));
        desk.complete(task("reportCorrection"), report());
        desk.complete(
                task("verifyCorrection"), Map.of("decision", "reopen", "reason", "Bảng mới vẫn treo ở chỗ khó đọc"));

        assertThat(reasons(asking.ask(
                        task("reportCorrection").getId(),
                        COORDINATOR,
                        calendar.plus(finding().dueOn(), 1),
                        REASON)))
                .contains("một lần");
    }

    @Test
    void aCheckThatComesAgainIsNotExtendedASecondTime() {
        desk.bringEvidence(task("reportCorrection"));
        desk.complete(task("reportCorrection"), report());
        LocalDate due =
                LocalDate.ofInstant(task("verifyCorrection").getDueDate().toInstant(), WorkingCalendar.ZONE);
        assertThat(asking.ask(task("verifyCorrection").getId(), "secretary", calendar.plus(due, 1), REASON))
                .isEmpty();
        desk.complete(task("decideExtension"), Map.of("decision", "approve"));
        desk.complete(
                task("verifyCorrection"), Map.of("decision", "reopen", "reason", "Bảng mới vẫn treo ở chỗ khó đọc"));
        desk.bringEvidence(task("reportCorrection"));
        desk.complete(task("reportCorrection"), report());

        assertThat(reasons(asking.ask(
                        task("verifyCorrection").getId(),
                        "secretary",
                        calendar.plus(
                                LocalDate.ofInstant(
                                        task("verifyCorrection").getDueDate().toInstant(), WorkingCalendar.ZONE),
                                1),
                        REASON)))
                .contains("một lần");
    }

    @Test
    void nobodyGrantsThemselvesMoreTime() {
        LocalDate until = calendar.plus(finding().dueOn(), 1);
        assertThat(asking.ask(task("reportCorrection").getId(), COORDINATOR, until, REASON))
                .isEmpty();
        identities.createMembership(COORDINATOR, Groups.HEAD_OF_TEAM);
        Task decide = task("decideExtension");
        try {
            identities.setAuthentication(COORDINATOR, List.of(Groups.HEAD_OF_TEAM));
            tasks.claim(decide.getId(), COORDINATOR);
            assertThatThrownBy(() -> desk.complete(decide, Map.of("decision", "approve")))
                    .hasMessageContaining("Không ai tự quyết định");
        } finally {
            identities.clearAuthentication();
            identities.deleteMembership(COORDINATOR, Groups.HEAD_OF_TEAM);
        }
        assertThat(finding().dueOn()).isBefore(until);
    }

    @Test
    void nobodysSubstituteGrantsThemMoreTime() {
        Extension wish = new Extension(
                "w",
                "t",
                "Việc",
                "directive.give-opinion",
                cycle,
                Affair.ofCycle(cycle),
                "headOfTeam",
                clock.instant(),
                REASON,
                clock.instant(),
                LocalDate.now((Clock) clock),
                null,
                null);
        assertThat(OwnWishPolicy.mayDecide(wish, "director", Optional.of("headOfTeam")))
                .isNotEmpty();
        assertThat(OwnWishPolicy.mayDecide(wish, "director", Optional.empty())).isEmpty();
        assertThat(OwnWishPolicy.mayDecide(wish, "headOfTeam", Optional.empty()))
                .isNotEmpty();
    }

    @Test
    void aRefusalNeedsAReasonAndLeavesTheDeadline() {
        Task report = task("reportCorrection");
        LocalDate due = finding().dueOn();
        asking.ask(report.getId(), COORDINATOR, calendar.plus(due, 1), REASON);

        assertThatThrownBy(
                        () -> desk.complete(task("decideExtension"), Map.of("decision", "refuse", "reason", "Không")))
                .hasMessageContaining("20 ký tự");
        desk.complete(
                task("decideExtension"),
                Map.of("decision", "refuse", "reason", "Tồn tại này ảnh hưởng người dân, cần làm ngay"));

        assertThat(finding().dueOn()).isEqualTo(due);
        assertThat(task("reportCorrection").getDueDate()).isEqualTo(report.getDueDate());
        assertThat(told("extension.refused")).containsExactly(COORDINATOR);
        assertThat(jdbc.sql("select facts from outbox where template = 'extension.refused' order by id desc")
                        .query(String.class)
                        .list()
                        .get(0))
                .as("why stands where the link leads")
                .contains("\"link\":\"/extensions\"")
                .doesNotContain("ảnh hưởng người dân");
        assertThat(audited()).hasSize(2).last().asString().startsWith("extension.refused");
    }

    @Test
    void aTaskThatWasDoneMeanwhileIsNotExtended() {
        asking.ask(
                task("reportCorrection").getId(),
                COORDINATOR,
                calendar.plus(finding().dueOn(), 1),
                REASON);
        desk.bringEvidence(task("reportCorrection"));
        desk.complete(task("reportCorrection"), report());
        desk.complete(task("decideExtension"), Map.of("decision", "approve"));

        assertThat(told("extension.refused")).containsExactly(COORDINATOR);
    }

    @Test
    void nobodyAsksForTooMuchOrWithoutAReasonOrForSomebodyElse() {
        String report = task("reportCorrection").getId();
        LocalDate due = finding().dueOn();
        assertThat(reasons(asking.ask(report, COORDINATOR, calendar.plus(due, 6), REASON)))
                .contains("5 ngày làm việc");
        assertThat(reasons(asking.ask(report, COORDINATOR, due, REASON))).contains("Hạn mới phải sau");
        assertThat(reasons(asking.ask(report, COORDINATOR, calendar.plus(due, 2), "Bận")))
                .contains("20");
        assertThat(reasons(asking.ask(report, "member1", calendar.plus(due, 2), REASON)))
                .contains("không phải việc của bạn");
        assertThat(extensions.of(new Affair(cycle, UNIT))).isEmpty();
    }

    private Map<String, Object> report() {
        return Map.of(
                "measure",
                "Đã thay toàn bộ bảng niêm yết bạc màu bằng bảng mới",
                "completedOn",
                LocalDate.now(clock).toString(),
                "cause",
                "FUNDING");
    }

    private List<String> audited() {
        return jdbc.sql(
                        """
                        select action || ' by ' || actor from audit_events
                        where cycle = ? and unit = ? and action like 'extension.%' order by id
                        """)
                .params(cycle, UNIT)
                .query(String.class)
                .list();
    }

    private static String reasons(List<Refusal> refusals) {
        return String.join("; ", refusals.stream().map(Refusal::reason).toList());
    }

    private List<String> told(String template) {
        return jdbc.sql("select recipient_person from outbox where template = ? and facts like ?")
                .params(template, "%\"" + cycle + "\"%")
                .query(String.class)
                .list();
    }

    private Finding finding() {
        return findings.of(cycle, UNIT).get(0);
    }

    private Task task(String name) {
        return desk.task(cycle + "/" + UNIT, name);
    }
}
