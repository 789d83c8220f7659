package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** The report on a cycle, taken away for Word by those who are asked about it. */
@ProcessTest
class CycleReportProcessTest {

    private static final String LONG =
            "Phần này nêu rõ kết quả của các đơn vị trong kỳ kiểm tra, kèm số liệu đối chiếu.";
    private static final String REMARK = "Cần nêu rõ hơn nguyên nhân chủ quan.";

    private final Desk desk;
    private final ScoredCycle scored;
    private final GradeUnits grading;
    private final Publications publications;
    private final RuntimeService runtime;
    private final Clock clock;
    private final MockMvc browser;
    private final JdbcClient jdbc;

    private String cycle = "";

    @Autowired
    CycleReportProcessTest(
            Desk desk,
            ScoredCycle scored,
            GradeUnits grading,
            Publications publications,
            RuntimeService runtime,
            Clock clock,
            WebApplicationContext context) {
        this.desk = desk;
        this.scored = scored;
        this.grading = grading;
        this.publications = publications;
        this.runtime = runtime;
        this.clock = clock;
        this.browser = MockBrowser.of(context);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    @BeforeEach
    void unitsAreGraded() {
        Map<String, String> shares = new LinkedHashMap<>();
        shares.put("q-ba-dinh", "1");
        shares.put("q-tay-ho", "0.8");
        shares.put("q-hoan-kiem", "0.7");
        cycle = scored.with(shares);
        grading.grade(cycle);
        runtime.createProcessInstanceByKey("evaluation")
                .businessKey(cycle)
                .setVariables(Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"))
                .startBeforeActivity("userTask_draftReport")
                .execute();
    }

    @Test
    void membersReadTheDraftWithItsAppendixAsADocumentAndItSaysThatItIsADraft() throws Exception {
        assertThat(report("member1").getStatus()).as("nothing is drafted yet").isEqualTo(404);
        draft();
        desk.tasks(cycle, "giveOpinion")
                .forEach(task -> assertThat(desk.form(task)).containsEntry("reportPage", "/papers/results/" + cycle));
        MockHttpServletResponse answer = report("member1");
        assertThat(answer.getHeader("Content-Disposition")).contains("bao-cao-ket-qua-" + cycle + ".docx");
        try (XWPFDocument word = word(answer)) {
            assertThat(word.getTables().get(0).getText()).contains("ĐOÀN KIỂM TRA", "Số:         /BC-ĐKT");
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains(
                            "BÁO CÁO",
                            "(Dự thảo, bản 1)",
                            "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
                            "VIII. ĐỀ NGHỊ KHEN THƯỞNG",
                            LONG);
            assertThat(word.getTables().get(1).getRows())
                    .extracting(row ->
                            row.getCell(1).getText() + " " + row.getCell(2).getText())
                    .startsWith("Hạng Đơn vị", "1 Quận Ba Đình")
                    .hasSize(4);
            assertThat(word.getTables().get(2).getText()).contains("TRƯỞNG ĐOÀN KIỂM TRA", "- Lưu: VT.");
        }
        for (String reader : List.of("secretary", "headOfTeam", "director", "member2")) {
            assertThat(report(reader).getStatus()).as(reader).isEqualTo(200);
        }
        for (String other : List.of("qbadinhHead", "council1", "appraiser1", "nobody", "admin")) {
            assertThat(report(other).getStatus()).as(other).isNotEqualTo(200);
        }
    }

    @Test
    void anAdjustedGradeIsToldInTheAppendix() throws Exception {
        assertThat(jdbc.sql(
                                "update results set grade_by_score = 'GOOD', adjusted_grade = 'FAIR' where cycle = ? and unit = ?")
                        .params(cycle, "q-tay-ho")
                        .update())
                .isOne();
        draft();
        try (XWPFDocument word = word(report("member1"))) {
            assertThat(word.getTables().get(1).getText())
                    .contains("điều chỉnh từ %s thành %s".formatted(Grade.GOOD.title(), Grade.FAIR.title()));
        }
    }

    @Test
    void whoeverCommentedIsLedToItFromTheAnswersAndOncePublishedItIsNoDraft() throws Exception {
        draft();
        desk.tasks(cycle, "giveOpinion")
                .forEach(task -> desk.complete(
                        task,
                        "member1".equals(task.getAssignee())
                                ? Map.of("decision", "comment", "reason", REMARK)
                                : Map.of("decision", "approve")));
        desk.runJobs();
        assertThat(desk.form(desk.task(cycle, "answerOpinions")))
                .containsEntry("reportPage", "/papers/results/" + cycle);
        assertThat(browser.perform(get("/opinions/" + cycle).with(user("member1")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("/papers/results/" + cycle);
        publications.add(new Publication(
                cycle,
                45,
                "QĐ-SVHTT",
                LocalDate.now(clock),
                List.of(Publication.RANKING),
                "director",
                Instant.now(clock),
                null));
        try (XWPFDocument word = word(report("member1"))) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .noneMatch(text -> text.contains("Dự thảo"));
        }
    }

    private void draft() {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            sections.put("section" + i, LONG);
        }
        desk.complete(desk.task(cycle, "draftReport"), sections);
        desk.runJobs();
    }

    private MockHttpServletResponse report(String person) throws Exception {
        return browser.perform(get("/papers/results/" + cycle).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private static XWPFDocument word(MockHttpServletResponse answer) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(answer.getContentAsByteArray()));
    }
}
