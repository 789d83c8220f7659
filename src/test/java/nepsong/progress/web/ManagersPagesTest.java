package nepsong.progress.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.organisation.Groups;
import nepsong.progress.ManagedCycle;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Who may open the managers' pages, what they may do there, and what they take away. */
@ProcessTest
class ManagersPagesTest {

    private static final String CYCLE = "1931";
    private static final String LARGE_CYCLE = "1932";
    private static final String LATE_CYCLE = "1933";

    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final MockMvc browser;

    @Autowired
    ManagersPagesTest(
            JdbcClient jdbc,
            MovableClock clock,
            DemonstrationPeople people,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            WebApplicationContext context) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aCycleWithLateUnits() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        new ManagedCycle(jdbc, CYCLE, Instant.now(clock))
                .begun(30)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem", "q-dong-da")))
                .selfAssessed(true);
    }

    @AfterEach
    void nothingIsLeft() {
        ManagedCycle.forget(jdbc, CYCLE);
        ManagedCycle.forget(jdbc, LARGE_CYCLE);
        ManagedCycle.forget(jdbc, LATE_CYCLE);
    }

    @Test
    void theAdministratorSeesNoBusinessDataAndAUnitNobodyElses() throws Exception {
        for (String path :
                List.of("", "/results", "/tables/scores", "/tables/scores/csv", "/overview.pdf", "/processes")) {
            for (String group : List.of(Groups.ADMINISTRATORS, "coordinatorAtqbadinh", Groups.COUNCIL)) {
                browser.perform(get("/progress/" + CYCLE + path).with(in("somebody", group)))
                        .andExpect(status().isForbidden());
            }
        }
        for (String group : List.of(Groups.MANAGERS, Groups.STANDING_OFFICE, "coordinatorAtqbadinh")) {
            browser.perform(get("/operations").with(in("somebody", group))).andExpect(status().isForbidden());
            browser.perform(get("/actuator/prometheus").with(in("somebody", group)))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void whoReadsATableOfManyUnitsIsWrittenDownOnce() throws Exception {
        for (String path : List.of("/tables/scores", "/tables/scores", "/tables/scores/csv", "/results")) {
            browser.perform(get("/progress/" + CYCLE + path).with(in("reader", Groups.MANAGERS)))
                    .andExpect(status().isOk());
        }
        assertThat(jdbc.sql(
                                "select subject from audit_events where action = 'listing.read' and actor = 'reader' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Điểm từng tiêu chí", "Điểm từng tiêu chí (csv)", "Xếp hạng, xu hướng");
    }

    @Test
    void everyPageAnswersForACycleAndNoneForAnUnknown() throws Exception {
        List<String> pages = Stream.of(
                        "",
                        "/live",
                        "/results",
                        "/results/criteria",
                        "/results/coverage",
                        "/results/pairs",
                        "/results/findings",
                        "/results/calibration",
                        "/results/commendations",
                        "/tables",
                        "/tables/tasks",
                        "/processes/self-assessment")
                .toList();
        for (String page : pages) {
            browser.perform(get("/progress/" + CYCLE + page).with(in("manager", Groups.MANAGERS)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(" style="))))
                    .andExpect(content().string(not(containsString("<script>"))));
            browser.perform(get("/progress/1899" + page).accept("text/html").with(in("manager", Groups.MANAGERS)))
                    .andExpect(status().isNotFound());
        }
        browser.perform(get("/progress/" + CYCLE + "/tables/nothing").with(in("manager", Groups.MANAGERS)))
                .andExpect(status().isNotFound());
        browser.perform(get("/progress/" + CYCLE + "/processes/nothing").with(in("manager", Groups.MANAGERS)))
                .andExpect(status().isNotFound());
    }

    @Test
    void ofVeryManyUnitsOneBlocIsShownUnlessAllAreAskedFor() throws Exception {
        Map<String, List<String>> blocs = new LinkedHashMap<>();
        for (String bloc : List.of("a", "b", "c")) {
            blocs.put(
                    bloc,
                    IntStream.range(0, 70).mapToObj(i -> bloc + "-unit-" + i).toList());
        }
        new ManagedCycle(jdbc, LARGE_CYCLE, Instant.now(clock))
                .begun(30)
                .configured(blocs)
                .selfAssessed(true)
                .finished()
                .paired();

        for (String page : List.of("/results", "/results/criteria", "/results/pairs")) {
            assertThat(ofTheLargeCycle(page)).contains("a-unit-7").doesNotContain("b-unit-7", "c-unit-7");
            assertThat(ofTheLargeCycle(page + "?bloc=b")).contains("b-unit-7").doesNotContain("a-unit-7", "c-unit-7");
            assertThat(ofTheLargeCycle(page + "?bloc=*")).contains("a-unit-7", "b-unit-7", "c-unit-7");
        }
        assertThat(ofTheLargeCycle("/results/calibration"))
                .contains("Hiện 200 đơn vị cần xem trước")
                .satisfies(page -> assertThat(page.split("<tr>")).hasSize(1 + 1 + 200));
    }

    @Test
    void theRankingTellsWhyAGradeWasAdjusted() throws Exception {
        new ManagedCycle(jdbc, LATE_CYCLE, Instant.now(clock))
                .begun(60)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem")))
                .selfAssessed(true)
                .finished();
        jdbc.sql(
                        """
                        insert into appraisals (cycle, unit, bonus, bonus_reason, penalty, penalty_reason, evidence_untrue,
                            harassment_concluded, inspection_obstructed, head_disciplined, pledge_incomplete, veto_note,
                            adjusted_grade, adjustment_reason, appraised_by, appraised_at)
                        values (?, ?, 0, '', 0, '', false, false, false, false, false, '', 'FAIR', ?, 'x', current_timestamp)
                        """)
                .params(LATE_CYCLE, "q-ba-dinh", "Có dư luận xấu kéo dài.")
                .update();
        assertThat(page(LATE_CYCLE, "/results")).doesNotContain("Lý do điều chỉnh xếp loại", "Có dư luận xấu");
        jdbc.sql("update results set adjusted_grade = 'FAIR' where cycle = ? and unit = 'q-ba-dinh'")
                .param(LATE_CYCLE)
                .update();
        assertThat(page(LATE_CYCLE, "/results")).contains("Lý do điều chỉnh xếp loại", "Có dư luận xấu kéo dài.");
        jdbc.sql("delete from appraisals where cycle = ?").param(LATE_CYCLE).update();
    }

    /** Of one bloc alone, where a paper is for that bloc. */
    @Test
    void theApprovedPairsArePrintedByBloc() throws Exception {
        new ManagedCycle(jdbc, LATE_CYCLE, Instant.now(clock))
                .begun(30)
                .configured(new TreeMap<>(Map.of(
                        "khoi-1", List.of("so-y-te", "so-du-lich", "so-noi-vu"),
                        "khoi-2", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem"))))
                .selfAssessed(true)
                .finished()
                .paired();

        assertThat(page(LATE_CYCLE, "/results/pairs")).contains("id=\"pairs-khoi-1\"", "id=\"pairs-khoi-2\"");
        assertThat(page(LATE_CYCLE, "/results/pairs?bloc=khoi-2"))
                .contains("id=\"pairs-khoi-2\"", "Quận Tây Hồ")
                .doesNotContain("id=\"pairs-khoi-1\"");
        assertThat(page(CYCLE, "/results/pairs")).contains("Chưa có cặp nào được duyệt");
    }

    private String ofTheLargeCycle(String page) throws Exception {
        return page(LARGE_CYCLE, page);
    }

    private String page(String cycle, String page) throws Exception {
        return browser.perform(get(URI.create("/progress/" + cycle + page)).with(in("manager", Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLateTaskIsCountedAndMayBeRemindedOfFromTheTable() throws Exception {
        String approval = new ManagedCycle(jdbc, LATE_CYCLE, Instant.now(clock))
                .begun(30)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem")))
                .selfAssessed(true)
                .lateWish("q-ba-dinh")
                .lateBloc("khoi-1");
        List<String> late = jdbc.sql("select id_ from act_ru_task where id_ like ? and due_date_ < ?")
                .params(LATE_CYCLE + "-%", java.sql.Timestamp.from(Instant.now(clock)))
                .query(String.class)
                .list();
        String overview = page(LATE_CYCLE, "");
        String table = page(LATE_CYCLE, "/tables/tasks?late=yes");

        assertThat(late).hasSizeGreaterThan(2).contains(approval);
        assertThat(overview).contains("id=\"overdue-count\"").contains(">" + late.size() + "</a>");
        assertThat(overview)
                .contains("/progress/" + LATE_CYCLE + "?bloc=khoi-1#units")
                .doesNotContain("/units/khoi-1")
                .contains("Ngoài các giai đoạn");
        assertThat(late).allSatisfy(task -> {
            assertThat(overview).contains("id=\"task-" + task + "\"");
            assertThat(table).contains("id=\"remind-" + task + "\"", "id=\"give-" + task + "\"");
        });
        assertThat(table).contains("Nhóm được giao").containsPattern("standingOffice|Cơ quan thường trực");
        assertThat(page(LATE_CYCLE, "/tables/tasks")).doesNotContain("id=\"remind-");
    }

    @Test
    void theStagesToComeHaveTheDaysOfThePlanAndAPastMilestoneOfAnOpenStageIsLate() throws Exception {
        jdbc.sql("update plan_milestones set last_day = ? where cycle = ? and position = 0")
                .params(
                        java.time.LocalDate.ofInstant(Instant.now(clock), java.time.ZoneOffset.UTC)
                                .minusDays(10),
                        CYCLE)
                .update();
        String page = browser.perform(get("/progress/" + CYCLE).with(in("manager", Groups.MANAGERS)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).containsPattern("dự kiến \\d\\d/\\d\\d – \\d\\d/\\d\\d/\\d{4}");
        assertThat(page).containsPattern("▲ quá \\d+ ngày làm việc").doesNotContain("✓ đã qua");
        assertThat(page).contains("Còn (ngày làm việc)");
    }

    @Test
    void aUnitIsFoundWithoutDiacritics() throws Exception {
        browser.perform(get("/progress/" + CYCLE).param("q", "ba dinh").with(in("manager", Groups.MANAGERS)))
                .andExpect(content().string(containsString("matrix-q-ba-dinh")))
                .andExpect(content().string(not(containsString("matrix-q-tay-ho"))));
    }

    @Test
    void aReminderGoesOncePerDayToThoseWhoHaveTheTask() throws Exception {
        String task = jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                        where t.id_ like :rows and l.group_id_ = 'coordinatorAtqbadinh' fetch first 1 rows only
                        """)
                .param("rows", CYCLE + "-%")
                .query(String.class)
                .single();

        String here = "/progress/" + CYCLE + "?bloc=khoi-1&q=%C4%91%C3%ACnh#overdue";
        browser.perform(post("/progress/%s/tasks/%s/reminder".formatted(CYCLE, task))
                        .param("back", here)
                        .with(in("manager", Groups.MANAGERS))
                        .with(csrf()))
                .andExpect(redirectedUrl(here))
                .andExpect(flash().attribute("done", containsString("Đã gửi thư nhắc")));
        browser.perform(post("/progress/%s/tasks/%s/reminder".formatted(CYCLE, task))
                        .param("back", "//elsewhere.example/progress/" + CYCLE)
                        .with(in("manager", Groups.MANAGERS))
                        .with(csrf()))
                .andExpect(redirectedUrl("/progress/" + CYCLE + "#overdue"))
                .andExpect(flash().attribute("refusal", containsString("không gửi thêm thư nào")));

        assertThat(jdbc.sql("select recipient_person from outbox where mail_key like :key")
                        .param("key", "task.reminded/" + task + "/%")
                        .query(String.class)
                        .list())
                .containsExactly("qbadinhCoordinator");
        assertThat(audited("task.reminded", task))
                .containsExactly("manager q-ba-dinh {\"reminded\":[\"qbadinhCoordinator\"]}");
        browser.perform(post("/progress/%s/tasks/%s/reminder".formatted("1899", task))
                        .with(in("manager", Groups.MANAGERS))
                        .with(csrf()))
                .andExpect(flash().attribute("refusal", containsString("không còn mở")));
    }

    /** Who did it, about which unit, and what became of it. */
    private List<String> audited(String action, String task) {
        return jdbc.sql(
                        """
                        select actor || ' ' || unit || ' ' || after_values from audit_events
                        where action = ? and subject = ? and cycle = ? order by id
                        """)
                .params(action, task, CYCLE)
                .query(String.class)
                .list();
    }

    @Test
    void aTaskIsGivenWithinItsGroupByAManagerOnly() throws Exception {
        runtime.startProcessInstanceByKey(
                "self-assessment",
                CYCLE + "/q-tay-ho",
                Map.of(
                        "cycle",
                        CYCLE,
                        "cycleName",
                        "Kỳ",
                        "bloc",
                        "khoi-1",
                        "blocName",
                        "Khối",
                        "unit",
                        "q-tay-ho",
                        "unitKey",
                        "qtayho",
                        "unitName",
                        "Quận Tây Hồ"));
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(CYCLE + "/q-tay-ho")
                .taskDefinitionKey("userTask_acknowledge")
                .singleResult();
        String path = "/progress/%s/tasks/%s/assignee".formatted(CYCLE, task.getId());
        try {
            give(path, "office", Groups.STANDING_OFFICE, "qtayhoCoordinator").andExpect(status().isForbidden());
            give(path, "manager", Groups.MANAGERS, "qbadinhCoordinator")
                    .andExpect(flash().attribute("refusal", containsString("trong nhóm")));
            identities.setAuthentication("manager", List.of(Groups.MANAGERS));
            assertThatThrownBy(() -> tasks.setAssignee(task.getId(), "qbadinhCoordinator"))
                    .as("past the page, too")
                    .hasMessageContaining("qbadinhCoordinator không thuộc nhóm");
            identities.clearAuthentication();
            give(path, "manager", Groups.MANAGERS, "qtayhoCoordinator")
                    .andExpect(flash().attribute("done", containsString("Đã giao lại")));
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isEqualTo("qtayhoCoordinator");
            assertThat(audited("task.reassigned", task.getId()))
                    .containsExactly("manager q-tay-ho {\"assignee\":\"qtayhoCoordinator\"}");
            assertThat(jdbc.sql("select recipient_person from outbox where mail_key like ?")
                            .param("task.assigned/" + task.getId() + "/%")
                            .query(String.class)
                            .list())
                    .as("told when it was offered, and when it was given")
                    .containsExactly("qtayhoCoordinator", "qtayhoCoordinator");
            assertThat(identities.getCurrentAuthentication()).isNull();
        } finally {
            identities.clearAuthentication();
            runtime.deleteProcessInstance(task.getProcessInstanceId(), "the test is over");
        }
    }

    private org.springframework.test.web.servlet.ResultActions give(String path, String person, String group, String to)
            throws Exception {
        return browser.perform(
                post(path).param("person", to).with(in(person, group)).with(csrf()));
    }

    @Test
    void whatIsTakenAwayHasTheFiltersThatAreSet() throws Exception {
        String all = file("/tables/tasks/csv");
        String late = file("/tables/tasks/csv?late=yes");

        assertThat(all).startsWith("\uFEFF\"Việc\",");
        assertThat(late.lines().count()).isGreaterThan(1).isLessThan(all.lines().count());
        assertThat(late).contains("\"Có\"").contains("q-");
        browser.perform(get("/progress/" + CYCLE + "/tables/tasks/xlsx").with(in("manager", Groups.MANAGERS)))
                .andExpect(header().string("Content-Disposition", containsString("tasks-1931.xlsx")));
    }

    /** What people wrote goes along, in workbooks as the managers get them. */
    @Test
    void workbooksHaveTheCommentsAndTheFiltersThatAreSet() throws Exception {
        new ManagedCycle(jdbc, LATE_CYCLE, Instant.now(clock))
                .begun(30)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho")))
                .selfAssessed(false)
                .finished();

        List<Map<String, String>> scores = workbook("/tables/scores/xlsx");
        assertThat(scores).isNotEmpty().allSatisfy(row -> assertThat(row)
                .containsEntry("Ghi chú của đơn vị", "Có hồ sơ kèm theo")
                .containsEntry("Nhận xét của đơn vị kiểm tra", "Đã xem tại chỗ"));
        assertThat(workbook("/tables/scores/xlsx?unit=q-ba-dinh"))
                .hasSize(scores.size() / 2)
                .allSatisfy(row -> assertThat(row).containsEntry("Đơn vị", "Quận Ba Đình"));
        assertThat(workbook("/tables/ranking/xlsx"))
                .extracting(row -> row.get("Vì sao bị giới hạn"))
                .containsExactly("", "Có nhóm tiêu chí đạt dưới 75% nên không xếp loại Xuất sắc.");
    }

    /** The rows by what stands above them. */
    private List<Map<String, String>> workbook(String path) throws Exception {
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(answer(LATE_CYCLE, path).getContentAsByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            Row head = rows.get(0);
            return rows.stream()
                    .skip(1)
                    .map(row -> {
                        Map<String, String> values = new LinkedHashMap<>();
                        for (int i = 0; i < head.getCellCount(); i++) {
                            values.put(head.getCellText(i), row.getCellText(i));
                        }
                        return values;
                    })
                    .toList();
        }
    }

    @Test
    void theMatrixIsTakenAwayAsItIsShown() throws Exception {
        String links = "/progress/" + CYCLE + "/tables/unit-stages%s?";
        String shown = page(CYCLE, "?bloc=khoi-1&q=ba%20dinh&late=true").replace("&amp;", "&");
        for (String way : List.of("/xlsx", "/csv", "")) {
            assertThat(shown)
                    .containsPattern(Pattern.quote(links.formatted(way)) + "[^\"]*bloc=khoi-1[^\"]*\"")
                    .containsPattern(Pattern.quote(links.formatted(way)) + "[^\"]*q=ba%20dinh[^\"]*\"")
                    .containsPattern(Pattern.quote(links.formatted(way)) + "[^\"]*late_unit=yes[^\"]*\"");
        }
        String all = file("/tables/unit-stages/csv");
        String late = file("/tables/unit-stages/csv?late_unit=yes");

        assertThat(late.lines().count()).isGreaterThan(1).isLessThan(all.lines().count());
        String lateUnits = page(CYCLE, "?late=true");
        String lateRows = late.lines().skip(1).reduce("", String::concat);
        Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ", "q-hoan-kiem", "Quận Hoàn Kiếm")
                .forEach((unit, name) ->
                        assertThat(lateRows.contains(name)).as(unit).isEqualTo(lateUnits.contains("matrix-" + unit)));
    }

    private String file(String path) throws Exception {
        return answer(CYCLE, path).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String cycle, String path) throws Exception {
        return browser.perform(get("/progress/" + cycle + path).with(in("manager", Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    @Test
    void thePdfHasEveryDiacriticInAFontOfItsOwn() throws Exception {
        byte[] pdf = browser.perform(get("/progress/" + CYCLE + "/overview.pdf").with(in("manager", Groups.MANAGERS)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Tiến độ kỳ " + CYCLE, "Việc quá hạn", "Đánh giá, xếp loại", "Ban hành chỉ đạo");
            document.getPages()
                    .forEach(page -> page.getResources().getFontNames().forEach(name -> {
                        try {
                            assertThat(page.getResources().getFont(name).isEmbedded())
                                    .isTrue();
                        } catch (java.io.IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    }));
        }
    }

    private static UserRequestPostProcessor in(String person, String group) {
        return user(person).roles(group);
    }
}
