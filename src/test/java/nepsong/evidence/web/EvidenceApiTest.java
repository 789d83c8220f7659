package nepsong.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.ProcessTest;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.engine.DemonstrationPeople;
import nepsong.evidence.GoodFiles;
import nepsong.evidence.LostFileException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Evidence of a unit's self-assessment, as programs and the page add, read, change and remove it. */
@ProcessTest
class EvidenceApiTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc web;
    private final MockMvc pages;
    private final Cycles cycles;
    private final DemonstrationPeople people;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Desk desk;
    private final JdbcClient jdbc;
    private String task = "";
    private String key = "";

    @Autowired
    EvidenceApiTest(
            WebApplicationContext context,
            Cycles cycles,
            DemonstrationPeople people,
            RuntimeService runtime,
            TaskService tasks,
            Desk desk,
            JdbcClient jdbc) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
        this.pages = MockBrowser.of(context);
        this.cycles = cycles;
        this.people = people;
        this.runtime = runtime;
        this.tasks = tasks;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aCoordinatorScores() {
        people.seed(Map.of(UNIT, "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        String cycle = "evidence-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        key = cycle + "/" + UNIT;
        runtime.startProcessInstanceByKey("self-assessment", key, Trial.unit(cycle, UNIT, "Quận Ba Đình"));
        desk.complete(desk.task(key, "acknowledge"), Map.of("received", true, "staffCount", 120));
        task = desk.task(key, "scoreCriteria").getId();
        tasks.claim(task, COORDINATOR);
    }

    @Test
    void aPieceIsAddedListedAndDownloaded() throws Exception {
        byte[] pdf = GoodFiles.pdf(2);
        String id = id(ask(
                        COORDINATOR,
                        upload("Kế hoạch 98.pdf", pdf, "CS-A1")
                                .param("number", "98/KH-UBND")
                                .param("issuedOn", "2023-03-23")
                                .param("summary", "Kế hoạch thực hiện năm 2023")
                                .param("page", "mục II, trang 4"))
                .andExpect(status().isCreated()));

        ask(COORDINATOR, get(evidence()))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(id))
                .andExpect(jsonPath("$[0].criterion").value("CS-A1"))
                .andExpect(jsonPath("$[0].kind").value("SELF_ASSESSMENT"))
                .andExpect(jsonPath("$[0].fileName").value("Kế hoạch 98.pdf"))
                .andExpect(jsonPath("$[0].number").value("98/KH-UBND"))
                .andExpect(jsonPath("$[0].issuedOn").value("2023-03-23"))
                .andExpect(jsonPath("$[0].page").value("mục II, trang 4"))
                .andExpect(jsonPath("$[0].addedBy").value(COORDINATOR))
                .andExpect(jsonPath("$[0].mine").value(true));
        byte[] got = ask(COORDINATOR, get(evidence() + "/" + id))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", Matchers.startsWith("attachment;")))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(got).isEqualTo(pdf);
        ask(COORDINATOR, get(evidence() + "/" + id + "/preview"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/jpeg"));
    }

    @Test
    void aFileThatIsNotWhereItWasKeptIsCalledLostAndMayBeBroughtAgain() throws Exception {
        byte[] pdf = GoodFiles.pdf(3);
        String id = id(ask(COORDINATOR, upload("Kế hoạch.pdf", pdf, "CS-A1")));
        jdbc.sql("delete from stored_file_parts where sha256 in (select sha256 from evidence where id = ?)")
                .param(id)
                .update();

        for (String path : List.of(evidence() + "/" + id, evidence() + "/" + id + "/preview")) {
            ask(COORDINATOR, get(path).accept(MediaType.APPLICATION_JSON))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(jsonPath("$.detail").value(LostFileException.SENTENCE));
            ask(COORDINATOR, get(path).accept(MediaType.TEXT_HTML))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(MockMvcResultMatchers.content().string(Matchers.containsString("Chưa lấy được tệp")));
        }

        ask(COORDINATOR, upload("Kế hoạch.pdf", pdf, "CS-A2")).andExpect(status().isCreated());
        ask(COORDINATOR, get(evidence() + "/" + id))
                .andExpect(MockMvcResultMatchers.content().bytes(pdf));
    }

    @Test
    void oneFileProvesSeveralCriteriaAndIsKeptOnce() throws Exception {
        byte[] pdf = GoodFiles.pdf(CYCLES.get());
        String id = id(ask(COORDINATOR, upload("Báo cáo.pdf", pdf, "CS-A1", "CS-A2"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.pieces.length()").value(2)));
        ask(COORDINATOR, json(post(evidence() + "/" + id + "/uses"), Map.of("criteria", List.of("CS-A3"))))
                .andExpect(status().isCreated());
        ask(COORDINATOR, json(post(evidence() + "/" + id + "/uses"), Map.of("criteria", List.of("CS-A3"))))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("đã có ở đây")));
        assertThat(jdbc.sql("select count(distinct sha256) from evidence where cycle || '/' || unit = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPieceIsRenamedCitedAndRemovedUntilTheSubmission() throws Exception {
        String id = id(ask(COORDINATOR, upload("a.pdf", GoodFiles.pdf(1), "CS-A1")));
        ask(COORDINATOR, json(patch(evidence() + "/" + id), Map.of("fileName", "Kế hoạch năm", "number", "12/KH")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pieces[0].fileName").value("Kế hoạch năm.pdf"))
                .andExpect(jsonPath("$.pieces[0].number").value("12/KH"));
        ask(COORDINATOR, json(patch(evidence() + "/" + id), Map.of("fileName", "../a.pdf")))
                .andExpect(status().isUnprocessableEntity());
        ask(COORDINATOR, json(patch(evidence() + "/" + id), Map.of("issuedOn", "2099-01-01")))
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("tương lai")));
        ask(COORDINATOR, delete(evidence() + "/" + id)).andExpect(status().isNoContent());
        ask(COORDINATOR, get(evidence())).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void moreThanTenPiecesOfACriterionAreRefused() throws Exception {
        for (int i = 0; i < 10; i++) {
            ask(COORDINATOR, upload("ảnh%d.jpg".formatted(i), GoodFiles.photo(30, 20, i), "CS-C1"))
                    .andExpect(status().isCreated());
        }
        ask(COORDINATOR, upload("ảnh10.jpg", GoodFiles.photo(30, 20, 10), "CS-C1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("Đã đủ 10 tệp")));
        ask(COORDINATOR, upload("ảnh10.jpg", GoodFiles.photo(30, 20, 10), "CS-C4"))
                .andExpect(status().isCreated());
    }

    @Test
    void whatIsWrongIsSaidInWords() throws Exception {
        ask(COORDINATOR, upload("a.exe", GoodFiles.pdf(1), "CS-A1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("Chỉ nhận PDF, JPG, PNG, DOCX, XLSX")));
        ask(COORDINATOR, upload("a.pdf", GoodFiles.pdf(1), "ZZ-9"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("ZZ-9")));
        ask(COORDINATOR, multipart(evidence()).param("criterion", "CS-A1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("Hãy chọn tệp")));
        ask(COORDINATOR, upload("a.pdf", GoodFiles.pdf(1), "CS-A1").param("issuedOn", "hôm qua"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("Ngày ban hành")));
        ask(COORDINATOR, upload("a.pdf", GoodFiles.pdf(1), "CS-A1").param("issuedOn", "-9999-01-01"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("“Ngày ban hành” phải từ năm 1900 trở đi."));
        ask(COORDINATOR, json(patch(evidence() + "/nothing"), Map.of("issuedOn", "2023-02-30")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.title").value("Yêu cầu chưa đúng"))
                .andExpect(jsonPath("$.detail").value(Matchers.startsWith("Nội dung gửi lên không đọc được")));
    }

    @Test
    void theTeamLooksAndOnlyTheHolderAdds() throws Exception {
        String id = id(ask(COORDINATOR, upload("a.pdf", GoodFiles.pdf(1), "CS-A1")));
        for (String person : List.of("secretary", "headOfTeam", "appraiser1", "manager", "qbadinhHead")) {
            ask(person, get(evidence())).andExpect(jsonPath("$[0].mine").value(false));
            ask(person, get(evidence() + "/" + id)).andExpect(status().isOk());
            ask(person, delete(evidence() + "/" + id)).andExpect(status().isUnprocessableEntity());
            ask(person, upload("b.pdf", GoodFiles.pdf(2), "CS-A1"))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.detail").value(Matchers.containsString(COORDINATOR)));
        }
        for (String person : List.of("qtayhoCoordinator", "qtayhoInspector", "council1", "admin", "nobody")) {
            ask(person, get(evidence())).andExpect(status().isNotFound());
            ask(person, get(evidence() + "/" + id)).andExpect(status().isNotFound());
            ask(person, get(evidence() + "/" + id + "/preview")).andExpect(status().isNotFound());
            ask(person, delete(evidence() + "/" + id)).andExpect(status().isNotFound());
            ask(person, upload("b.pdf", GoodFiles.pdf(2), "CS-A1")).andExpect(status().isNotFound());
        }
    }

    @Test
    void wherePhotosWereTakenOnlyTheUnitAndItsJudgesLearn() throws Exception {
        byte[] taken = GoodFiles.located(GoodFiles.photo(100, 80, 7));
        String id = id(ask(COORDINATOR, upload("sảnh.jpg", taken, "CS-C1")));
        for (String person : List.of(COORDINATOR, "secretary")) {
            ask(person, get(evidence()))
                    .andExpect(jsonPath("$[0].takenAt").value("2023-06-05T09:30:15"))
                    .andExpect(jsonPath("$[0].latitude").value(21.02875));
            assertThat(content(person, id, true)).isEqualTo(taken);
        }
        ask("manager", get(evidence()))
                .andExpect(jsonPath("$[0].takenAt").doesNotExist())
                .andExpect(jsonPath("$[0].latitude").doesNotExist());
        assertThat(new String(content("manager", id, true), StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05");
        assertThat(new String(content("secretary", id, false), StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05");
    }

    @Test
    void theUnitsFileTellsItsJudgesWhereAndWhenAPhotoWasTaken() throws Exception {
        byte[] taken = GoodFiles.located(GoodFiles.photo(100, 80, 8));
        String id = id(ask(COORDINATOR, upload("sảnh.jpg", taken, "CS-C1").param("summary", "Sảnh một cửa")));
        String file = "/units/" + UNIT + "/evidence/" + id;
        assertThat(bytes("secretary", file + "?original=true")).isEqualTo(taken);
        assertThat(new String(bytes("manager", file + "?original=true"), StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05");
        assertThat(new String(bytes("secretary", file), StandardCharsets.ISO_8859_1))
                .doesNotContain("2023:06:05");

        String page = page("appraiser1");
        assertThat(page).contains("Sảnh một cửa", "Tải ảnh gốc", "05/06/2023", "tại 21.02875");
        assertThat(page("manager"))
                .contains("Sảnh một cửa")
                .doesNotContain("Tải ảnh gốc")
                .doesNotContain("21.02875");
    }

    private byte[] bytes(String person, String path) throws Exception {
        return pages.perform(get(path).with(user(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String page(String person) throws Exception {
        return new String(bytes(person, "/units/" + UNIT + "?cycle=" + key.split("/")[0]), StandardCharsets.UTF_8);
    }

    @Test
    void afterTheSubmissionNothingIsAddedToTheTask() throws Exception {
        String scoring = evidence();
        List<Map<String, Object>> rows = desk.rows(desk.task(key, "scoreCriteria"), "criteria");
        rows.forEach(row -> row.put("score", 0));
        desk.complete(desk.task(key, "scoreCriteria"), Map.of("criteria", rows));
        ask(COORDINATOR, upload(scoring, "a.pdf", GoodFiles.pdf(1), "CS-A1")).andExpect(status().isNotFound());
        String approving = "/api/tasks/" + desk.task(key, "approve").getId() + "/evidence";
        ask("qbadinhHead", upload(approving, "a.pdf", GoodFiles.pdf(1), "CS-A1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.startsWith("CS-A1: Không có tiêu chí")));
        assertThatThrownBy(() -> desk.task(key, "scoreCriteria")).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatTheHeadHasApprovedStaysWhileMoreIsSupplemented() throws Exception {
        String handedIn = id(ask(COORDINATOR, upload("đã duyệt.pdf", GoodFiles.pdf(1), "CS-A1")));
        List<Map<String, Object>> rows = desk.rows(desk.task(key, "scoreCriteria"), "criteria");
        rows.forEach(row -> row.put("score", 0));
        desk.complete(desk.task(key, "scoreCriteria"), Map.of("criteria", rows));
        desk.complete(desk.task(key, "approve"), Map.of("decision", "approve", "pledge", true));
        desk.complete(
                desk.task(key, "checkCompleteness"),
                Map.of(
                        "decision",
                        "supplement",
                        "reason",
                        "Thiếu minh chứng của một tiêu chí",
                        "missing",
                        List.of(Map.of("criterion", "CS-A2", "what", "Bổ sung văn bản chỉ đạo của cấp ủy"))));
        task = desk.task(key, "supplement").getId();
        tasks.claim(task, COORDINATOR);

        ask(COORDINATOR, get(evidence()))
                .andExpect(jsonPath("$[0].mine").value(false))
                .andExpect(jsonPath("$[0].usable").value(true));
        ask(COORDINATOR, delete(evidence() + "/" + handedIn))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("đã được gửi ở bước trước")));
        ask(COORDINATOR, json(patch(evidence() + "/" + handedIn), Map.of("fileName", "khác")))
                .andExpect(status().isUnprocessableEntity());
        ask(COORDINATOR, json(post(evidence() + "/" + handedIn + "/uses"), Map.of("criteria", List.of("CS-A2"))))
                .andExpect(status().isCreated());
        String added = id(ask(COORDINATOR, upload("bổ sung.pdf", GoodFiles.pdf(2), "CS-A2")));
        ask(COORDINATOR, json(patch(evidence() + "/" + added), Map.of("fileName", "bổ sung 2")))
                .andExpect(status().isOk());
        ask(COORDINATOR, delete(evidence() + "/" + added)).andExpect(status().isNoContent());
        ask(COORDINATOR, get(evidence()))
                .andExpect(jsonPath("$[?(@.id == '%s')].fileName".formatted(handedIn))
                        .value("đã duyệt.pdf"));
    }

    private byte[] content(String person, String id, boolean original) throws Exception {
        return ask(person, get(evidence() + "/" + id + "?original=" + original))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private MockHttpServletRequestBuilder upload(String name, byte[] content, String... criteria) {
        return upload(evidence(), name, content, criteria);
    }

    private static MockHttpServletRequestBuilder upload(String path, String name, byte[] content, String... criteria) {
        return multipart(path)
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("criterion", criteria);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Object body)
            throws Exception {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
    }

    private ResultActions ask(String person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.principal(() -> person));
    }

    private static String id(ResultActions answer) throws Exception {
        return JSON.readTree(answer.andReturn().getResponse().getContentAsByteArray())
                .path("id")
                .asText();
    }

    private String evidence() {
        return "/api/tasks/" + task + "/evidence";
    }
}
