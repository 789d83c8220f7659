package nepsong.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.Demonstration;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.AskForExtension;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What everybody may look after for themselves: their mail, their substitute, their deadlines; and the standing office a cycle's. */
@RunningApplication
class PersonalPagesTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    private final ProcessEngine engine;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final AskForExtension asking;

    @LocalServerPort
    private int port;

    @Autowired
    PersonalPagesTest(
            ProcessEngine engine, Cycles cycles, WorkingCalendar calendar, JdbcClient jdbc, AskForExtension asking) {
        this.engine = engine;
        this.cycles = cycles;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.asking = asking;
    }

    @Test
    void aPersonChoosesHowTheyAreTold() {
        Visitor member = visitor("member5");
        assertThat(member.get("/preferences").body())
                .contains("Cách nhận thư", "Giao việc", "Luôn gửi ngay vì kèm lịch hẹn", "Bắt buộc.");

        post(member, "/preferences", "ASSIGNMENT=DAILY&REMINDER=NEVER");
        assertThat(member.get("/preferences").body())
                .contains("Đã lưu cách nhận thư")
                .containsPattern("value=\"NEVER\" checked")
                .containsPattern("value=\"DAILY\" checked");

        post(member, "/preferences", "RETURN=NEVER");
        assertThat(member.get("/preferences").body()).contains("là thư bắt buộc");
        post(member, "/preferences", "ASSIGNMENT=AT_ONCE&REMINDER=DAILY");
    }

    @Test
    void aPersonNamesASubstituteAndEndsIt() {
        Visitor member = visitor("member4");
        String today = LocalDate.now(WorkingCalendar.ZONE).toString();
        assertThat(member.get("/delegation").body()).contains("(member5)").doesNotContain("(appraiser1)", "(member4)");
        String named = "principal=member4&from=" + today + "&until=" + today + "&kinds=EVALUATION&substitute=";

        post(member, "/delegation", named + "appraiser1");
        assertThat(member.get("/delegation").body()).contains("không có vai trò ngang");
        post(member, "/delegation", named.replace("principal=member4", "principal=member3") + "member5");
        assertThat(member.get("/delegation").body()).contains("Chỉ chính người đó hoặc quản trị");
        post(member, "/delegation", named.replaceFirst("until=[^&]*", "until=2023-02-30") + "member5");
        assertThat(member.get("/delegation").body())
                .contains("đến hết ngày: hãy chọn hai ngày có thật")
                .contains("value=\"2023-02-30\"", "value=\"member5\" selected");
        post(member, "/delegation", named + "member5");
        String page = member.get("/delegation").body();
        assertThat(page).contains("Đã đặt ủy quyền", "Đang hiệu lực", "Thẩm định, báo cáo, xem xét lại");

        Matcher end = Pattern.compile("action=\"(/delegation/[^\"]+/end)\"").matcher(page);
        assertThat(end.find()).isTrue();
        Visitor stranger = visitor("member2");
        Matcher token = TOKEN.matcher(stranger.get("/delegation").body());
        assertThat(token.find()).isTrue();
        stranger.form(end.group(1), "_csrf=" + encode(token.group(1)));
        assertThat(member.get("/delegation").body()).contains("Đang hiệu lực");
        token = TOKEN.matcher(member.get("/delegation").body());
        assertThat(token.find()).isTrue();
        member.form(end.group(1), "_csrf=" + encode(token.group(1)));
        assertThat(member.get("/delegation").body()).contains("Đã kết thúc").doesNotContain("Đang hiệu lực");
    }

    @Test
    void aHolderAsksForMoreTimeAndTheHeadOfTeamGetsTheQuestion() {
        Task plan = draftPlan(start(2086));
        LocalDate due = LocalDate.ofInstant(plan.getDueDate().toInstant(), WorkingCalendar.ZONE);
        Visitor office = visitor("office");
        assertThat(office.get("/extensions").body()).contains("/extensions/" + plan.getId(), "Xin gia hạn");
        assertThat(visitor("member1").get("/extensions/" + plan.getId()).statusCode())
                .isEqualTo(404);
        String form = "/extensions/" + plan.getId();
        String reason = "reason=" + encode("Chờ ý kiến thống nhất của Sở Nội vụ về thành phần đoàn");

        post(office, form, reason + "&until=" + calendar.plus(due, 9));
        assertThat(office.get(form).body()).contains("không quá ngày");
        post(office, form, reason + "&until=2023-02-30");
        assertThat(office.get(form).body())
                .contains("đến hết ngày: hãy chọn một ngày có thật")
                .contains("value=\"2023-02-30\"", "Chờ ý kiến thống nhất");
        post(office, form, reason + "&until=" + calendar.plus(due, 3));

        assertThat(office.get("/extensions").body()).contains("Đã gửi đề nghị", "Chờ quyết định");
        assertThat(visitor("headOfTeam").get("/extensions").body()).contains("Quyết định gia hạn: ");
    }

    @Test
    void theStandingOfficeChangesTheDeadlinesOfACycle() {
        String cycle = start(2087);
        Visitor office = visitor("office");
        String page = "/cycles/" + cycle + "/deadlines";
        assertThat(office.get(page).body())
                .contains("Tự đánh giá")
                .as("as the cycle goes through them")
                .containsSubsequence(
                        "self-assessment.score-criteria",
                        "self-assessment.approve",
                        "cross-inspection.inspect",
                        "follow-up.report");

        post(office, page, "self-assessment.score-criteria=0");
        assertThat(office.get(page).body()).contains("từ 1 đến 260 ngày làm việc");
        post(office, page, "self-assessment.score-criteria=15");

        assertThat(cycles.workingDays(cycle, "self-assessment.score-criteria")).isEqualTo(15);
        assertThat(cycles.workingDays(cycle, "self-assessment.approve")).isEqualTo(5);
        assertThat(jdbc.sql(
                                """
                                select actor || ' ' || before_values || ' ' || after_values from audit_events
                                where action = 'cycle.deadlines-changed' and cycle = ?
                                """)
                        .param(cycle)
                        .query(String.class)
                        .single())
                .as("who changed what")
                .startsWith("office ")
                .containsSubsequence(
                        "{\"self-assessment.score-criteria\":20}", "{\"self-assessment.score-criteria\":15}");
        assertThat(visitor("secretary").get(page).statusCode()).isEqualTo(403);
        assertThat(office.get("/cycles/1999/deadlines").statusCode()).isEqualTo(404);
    }

    @Test
    void whoSavesDeadlinesOverAnothersIsToldFirst() {
        String cycle = start(2084);
        Visitor office = visitor("office");
        String page = "/cycles/" + cycle + "/deadlines";
        String seen = seen(office.get(page).body());

        post(office, page, "self-assessment.score-criteria=15&seen=" + seen);
        post(office, page, "self-assessment.score-criteria=15&seen=" + seen);
        assertThat(office.get(page).body())
                .as("a second click")
                .contains("Đã lưu")
                .doesNotContain("Người khác vừa đổi");
        post(office, page, "self-assessment.score-criteria=16&seen=" + seen);
        assertThat(cycles.workingDays(cycle, "self-assessment.score-criteria")).isEqualTo(15);
        String told = office.get(page).body();
        assertThat(told)
                .contains("Người khác vừa đổi thời hạn của kỳ này", "hiện nay: 15")
                .contains("name=\"self-assessment.score-criteria\" value=\"16\"");

        post(office, page, "self-assessment.score-criteria=abc&seen=" + seen);
        assertThat(seen(office.get(page).body())).as("nothing newer was shown").isEqualTo(seen);

        post(office, page, "self-assessment.score-criteria=16&seen=" + seen(told));
        assertThat(cycles.workingDays(cycle, "self-assessment.score-criteria")).isEqualTo(16);
    }

    private static String seen(String page) {
        Matcher mark = SEEN.matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    @Test
    void whatCannotBeReadOfAnAddressIsAnsweredByAPageAndToProgramsByAProblem() {
        Visitor administrator = visitor("admin");
        for (String address :
                List.of("/audit?from=2023-02-30", "/mail/abc", "/mail?page=abc", "/operations?incidents=x")) {
            HttpResponse<String> answer = administrator.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body()).as(address).contains("<h1>Yêu cầu chưa đúng</h1>");
        }
        HttpResponse<String> program = administrator.get("/api/outbox?size=abc");
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("\"detail\":\"Giá trị của “size” không đúng kiểu.\"");
        assertThat(administrator.get("/api/findings").body()).contains("Thiếu tham số “cycle”.");
    }

    @Test
    void whatWasTypedAsADeadlineIsStillThereWhenItIsRefused() {
        String cycle = start(2080);
        Visitor office = visitor("office");
        String page = "/cycles/" + cycle + "/deadlines";

        post(office, page, "self-assessment.score-criteria=0&self-assessment.approve=17");
        assertThat(office.get(page).body())
                .contains("“Tự đánh giá”: thời hạn phải từ 1 đến 260 ngày làm việc")
                .contains("name=\"self-assessment.score-criteria\" value=\"0\"")
                .contains("name=\"self-assessment.approve\" value=\"17\"");
        assertThat(cycles.workingDays(cycle, "self-assessment.approve")).isEqualTo(5);
    }

    @Test
    void whoeverIsTooLateToAskForMoreTimeIsToldSoInsteadOfAsked() {
        Visitor office = visitor("office");
        Task plan = draftPlan(start(2085));
        String page = "/extensions/" + plan.getId();
        assertThat(office.get(page).body()).contains("name=\"until\"").doesNotContain("gia hạn được nữa");

        LocalDate due = LocalDate.now(WorkingCalendar.ZONE).minusDays(40);
        engine.getTaskService()
                .setDueDate(
                        plan.getId(),
                        Date.from(due.atTime(17, 0).atZone(WorkingCalendar.ZONE).toInstant()));

        assertThat(office.get(page).body())
                .contains("ngày đó đã qua nên không gia hạn được nữa; hãy làm ngay việc này")
                .doesNotContain("name=\"until\"");
        assertThat(asking.ask(plan.getId(), "office", calendar.plus(due, 5), "Chờ ý kiến thống nhất của Sở Nội vụ"))
                .extracting(Refusal::reason)
                .singleElement()
                .asString()
                .contains("không gia hạn được nữa");
    }

    /** Two requests at the same moment, as an impatient hand sends them. */
    @Test
    void whatIsSentTwiceAtOnceIsDoneOnceAndAnsweredAsDone() {
        Visitor member = visitor("member3");
        Visitor office = visitor("office");
        Visitor administrator = visitor("admin");
        for (int round = 0; round < 6; round++) {
            jdbc.sql("delete from mail_choices where person = 'member3'").update();
            assertThat(twice(member, "/preferences", "ASSIGNMENT=DAILY&REMINDER=DAILY"))
                    .containsOnly("/preferences");

            LocalDate day = LocalDate.now(WorkingCalendar.ZONE).plusDays(round + 1);
            assertThat(twice(
                            member,
                            "/delegation",
                            "principal=member3&substitute=member5&kinds=EVALUATION&from=" + day + "&until=" + day))
                    .containsOnly("/delegation");
            assertThat(count("select count(*) from delegations where principal = 'member3' and first_day = ?", day))
                    .isOne();
            assertThat(member.get("/delegation").body()).doesNotContain("trùng thời gian");

            Task plan = draftPlan(start(2070 + round));
            LocalDate due = LocalDate.ofInstant(plan.getDueDate().toInstant(), WorkingCalendar.ZONE);
            String wish = "until=" + calendar.plus(due, 2) + "&reason="
                    + encode("Chờ ý kiến thống nhất của Sở Nội vụ về thành phần đoàn");
            assertThat(twice(office, "/extensions/" + plan.getId(), wish)).containsOnly("/extensions");
            assertThat(count("select count(*) from extensions where task = ?", plan.getId()))
                    .isOne();

            assertThat(twice(administrator, "/calendar", "/calendar/days", "kind=OFF&note=x&day=2071-02-1" + round))
                    .containsOnly("/calendar?year=2071");
        }
        jdbc.sql("delete from calendar_days where note = 'x'").update();
        jdbc.sql("delete from mail_choices where person = 'member3'").update();
        jdbc.sql("update delegations set ended_by = 'member3', ended_at = named_at where principal = 'member3'")
                .update();
    }

    private int count(String question, Object parameter) {
        return jdbc.sql(question).param(parameter).query(Integer.class).single();
    }

    private static List<String> twice(Visitor visitor, String page, String body) {
        return twice(visitor, page, page, body);
    }

    /** Where both requests lead to. */
    private static List<String> twice(Visitor visitor, String page, String address, String body) {
        Matcher token = TOKEN.matcher(visitor.get(page).body());
        assertThat(token.find()).isTrue();
        String sent = body + "&_csrf=" + encode(token.group(1));
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> visitor.form(address, sent)))
                .limit(2)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.headers().firstValue("Location").orElse("answered " + answer.statusCode()))
                .map(location -> location.replaceFirst("^https?://[^/]+", ""))
                .toList();
    }

    @Test
    void managersSeeWhetherTheMailsGoOut() {
        assertThat(visitor("manager").get("/progress?all").body())
                .contains("Thư thông báo", "Đang chờ gửi", "Không gửi được");
    }

    /** @return its code: another test may have begun a cycle of the year */
    private String start(int year) {
        String parent = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("inspection-cycle")
                .latestVersion()
                .singleResult()
                .getId();
        return engine.getFormService()
                .submitStartForm(parent, Map.of("year", year, "name", "Kiểm tra năm " + year))
                .getBusinessKey();
    }

    private Task draftPlan(String cycle) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(cycle)
                .taskDefinitionKey("userTask_draftPlan")
                .singleResult();
    }

    private Visitor visitor(String person) {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(person, Demonstration.PASSWORD);
        return visitor;
    }

    private static HttpResponse<String> post(Visitor visitor, String page, String body) {
        Matcher token = TOKEN.matcher(visitor.get(page).body());
        assertThat(token.find()).isTrue();
        return visitor.form(page, body + "&_csrf=" + encode(token.group(1)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
