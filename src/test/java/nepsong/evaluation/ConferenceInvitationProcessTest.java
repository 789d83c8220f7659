package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.notification.MailPaper;
import nepsong.notification.MailPapers;
import nepsong.organisation.People;
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

/** The invitation to the conference: what it says, and who may have it. */
@ProcessTest
class ConferenceInvitationProcessTest {

    private static final String LONG =
            "Nội dung do thư ký Đoàn ghi lại đầy đủ, đúng theo diễn biến thực tế của công việc.";

    private final Desk desk;
    private final ScoredCycle scored;
    private final Reports reports;
    private final People people;
    private final MailPapers papers;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final MockMvc browser;
    private String cycle = "";

    @Autowired
    ConferenceInvitationProcessTest(
            Desk desk,
            ScoredCycle scored,
            Reports reports,
            People people,
            MailPapers papers,
            RuntimeService runtime,
            JdbcClient jdbc,
            WebApplicationContext context) {
        this.desk = desk;
        this.scored = scored;
        this.reports = reports;
        this.people = people;
        this.papers = papers;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void opinionsAreGiven() {
        cycle = scored.with(Map.of("q-ba-dinh", "1", "q-tay-ho", "0.8", "q-hoan-kiem", "0.7"));
        runtime.createProcessInstanceByKey("evaluation")
                .businessKey(cycle)
                .setVariables(Map.of("cycle", cycle, "cycleName", "Kỳ kiểm tra thử"))
                .startBeforeActivity("userTask_draftReport")
                .execute();
        Map<String, Object> sections = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            sections.put("section" + i, LONG);
        }
        desk.complete(desk.task(cycle, "draftReport"), sections);
        desk.runJobs();
        desk.tasks(cycle, "giveOpinion").forEach(task -> desk.complete(task, Map.of("decision", "approve")));
        desk.runJobs();
    }

    private void call() {
        desk.complete(
                desk.task(cycle, "callConference"),
                Map.of(
                        "place",
                        "Hội trường A & B",
                        "chair",
                        "Trưởng đoàn Nguyễn Văn Mẫu",
                        "programme",
                        "Khai mạc\nThảo luận"));
    }

    @Test
    void aGuestTakesAwayTheInvitationWithTheirNameAndNobodyElseDoes() throws Exception {
        assertThat(invitation("member1").getStatus())
                .as("nobody is invited yet")
                .isEqualTo(404);
        assertThat(invitation("secretary").getStatus()).isEqualTo(404);
        call();
        assertThat(invitation("member1").getHeader("Content-Disposition"))
                .contains("giay-moi-hoi-nghi-" + cycle + ".docx");
        try (XWPFDocument word = word(invitation("member1").getContentAsByteArray())) {
            assertThat(word.getTables().get(0).getText())
                    .contains("ĐOÀN KIỂM TRA", "Số:         /GM-ĐKT", "ngày      tháng      năm");
            assertThat(lines(word))
                    .contains(
                            "GIẤY MỜI",
                            "2. Địa điểm: Hội trường A & B.",
                            "3. Chủ trì: Trưởng đoàn Nguyễn Văn Mẫu.",
                            "Khai mạc",
                            "Thảo luận")
                    .anyMatch(line -> line.startsWith("Đoàn kiểm tra trân trọng kính mời: " + nameOf("member1") + ", "))
                    .anyMatch(line -> line.matches("1\\. Thời gian: \\d\\d:\\d\\d ngày \\d\\d/\\d\\d/\\d{4}\\."));
            assertThat(word.getTables().get(1).getText())
                    .contains("- Lưu: VT.", "CHỦ TRÌ HỘI NGHỊ", "Trưởng đoàn Nguyễn Văn Mẫu");
        }
        assertThat(page("/conferences/" + cycle, "member1")).contains("/papers/invitations/" + cycle);
        for (String other : List.of("qbadinhHead", "qtayhoInspector", "council1", "manager", "nobody", "admin")) {
            assertThat(invitation(other).getStatus()).as(other).isEqualTo(404);
        }
    }

    @Test
    void theSecretaryInvitesOnPaperWhoeverHasNoLogin() throws Exception {
        call();
        try (XWPFDocument word = word(invitation("secretary").getContentAsByteArray())) {
            assertThat(lines(word))
                    .anyMatch(line -> line.startsWith("Đoàn kiểm tra trân trọng kính mời: ……"))
                    .noneMatch(line -> line.contains(nameOf("secretary")));
        }
        assertThat(desk.form(desk.task(cycle, "holdConference")))
                .containsEntry("invitationPage", "/papers/invitations/" + cycle);
    }

    @Test
    void theMailBringsEachGuestTheirOwnInvitation() throws Exception {
        call();
        int version = reports.get(cycle).version();
        assertThat(jdbc.sql("select facts from outbox where mail_key like ?")
                        .param("evaluation.conference-called/" + cycle + "/%")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(facts -> facts.contains("CONFERENCE_INVITATION"));
        for (String guest : List.of("member1", "secretary")) {
            MailPapers.File file =
                    papers.of(MailPaper.ofConference(cycle, version), guest).orElseThrow();
            assertThat(file.name()).isEqualTo("giay-moi-hoi-nghi-" + cycle + ".docx");
            try (XWPFDocument word = word(file.content())) {
                assertThat(lines(word)).anyMatch(line -> line.contains("kính mời: " + nameOf(guest)));
            }
        }
        assertThat(papers.of(MailPaper.ofConference(cycle, version), "qbadinhHead"))
                .as("who is not invited")
                .isEmpty();
        assertThat(papers.of(MailPaper.ofConference(cycle, version + 1), "member1"))
                .as("of another conference")
                .isEmpty();
    }

    private String nameOf(String person) {
        return people.find(person).orElseThrow().name();
    }

    private MockHttpServletResponse invitation(String person) throws Exception {
        return browser.perform(get("/papers/invitations/" + cycle).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private String page(String path, String person) throws Exception {
        return browser.perform(get(path).with(user(person)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<String> lines(XWPFDocument word) {
        return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }

    private static XWPFDocument word(byte[] content) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(content));
    }
}
