package nepsong.language.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.Desk;
import nepsong.MockBrowser;
import nepsong.MovableClock;
import nepsong.ProcessTest;
import nepsong.engine.DemonstrationPeople;
import nepsong.language.ChosenLanguages;
import nepsong.organisation.Groups;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import nepsong.progress.ManagedCycle;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.unbescape.html.HtmlEscape;

/**
 * Guests read our pages in English; what people have typed, and their names, stay as they are. In a database of its own:
 * other tests' people type as they like.
 */
@ProcessTest
@TestPropertySource(
        properties = "spring.datasource.url=jdbc:h2:mem:english-pages-test;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class EnglishPagesTest {

    private static final String CYCLE = "1932";
    private static final Cookie ENGLISH = new Cookie("language", "en");
    private static final Pattern VIETNAMESE = Pattern.compile("[À-ỹ&&[^×÷]]");
    private static final Pattern READ =
            Pattern.compile("(?s)>([^<]+)<|(?:title|placeholder|aria-label|alt|data-label)=\"([^\"]*)\"");

    /** A letter is shown as its reader got it. */
    private static final Pattern LETTER = Pattern.compile("(?s)<(pre|h1|a)\\b[^>]* translate=\"no\"[^>]*>.*?</\\1>");

    /** Our name, the other language's, what is quoted from Tasklist, an example; and what people have typed. */
    private static final Pattern LEFT = Pattern.compile("Nếp Sống|Tiếng Việt|“[^”]*” \\([^)]*\\)"
            + "|Kiểm tra việc thực hiện hai Quy tắc ứng xử năm \\d+|Khối \\d|Khối khoi-\\d"
            + "|QĐ-SVHTT|Có nhóm tiêu chí đạt dưới 75% nên không xếp loại Xuất sắc|Có hồ sơ kèm theo|Đã xem tại chỗ|Tập thể q-[a-z-]+|Sảnh một cửa|Bảng niêm yết đã bạc màu, khó đọc"
            + "|Đơn vị tự đánh giá|Kiểm tra chéo|Thẩm định, xếp loại|Hội nghị đánh giá, rút kinh nghiệm");

    private final JdbcClient jdbc;
    private final MovableClock clock;
    private final DemonstrationPeople people;
    private final ChosenLanguages chosen;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Desk desk;
    private final Listings listings;
    private final MockMvc browser;
    private String instance = "";

    @Autowired
    EnglishPagesTest(
            JdbcClient jdbc,
            MovableClock clock,
            DemonstrationPeople people,
            ChosenLanguages chosen,
            RuntimeService runtime,
            TaskService tasks,
            Desk desk,
            Listings listings,
            WebApplicationContext context) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.chosen = chosen;
        this.runtime = runtime;
        this.tasks = tasks;
        this.desk = desk;
        this.listings = listings;
        this.browser = MockBrowser.of(context);
    }

    @BeforeEach
    void aCycleWithResults() {
        people.seed(Map.of("q-ba-dinh", "Quận Ba Đình", "q-tay-ho", "Quận Tây Hồ"));
        new ManagedCycle(jdbc, CYCLE, Instant.now(clock))
                .begun(30)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem", "q-dong-da")))
                .selfAssessed(true)
                .finished()
                .paired();
        new ManagedCycle(jdbc, "1933", Instant.now(clock))
                .begun(30)
                .configured(Map.of("khoi-1", List.of("q-ba-dinh", "q-tay-ho", "q-hoan-kiem", "q-dong-da")))
                .selfAssessed(true);
    }

    @AfterEach
    void nothingIsLeft() {
        if (!instance.isEmpty()) {
            runtime.deleteProcessInstance(instance, "test");
            jdbc.sql("delete from self_assessment_inspectors where cycle = '1933'")
                    .update();
        }
        ManagedCycle.forget(jdbc, CYCLE);
        ManagedCycle.forget(jdbc, "1933");
    }

    @Test
    void noVietnameseIsLeftOnOurPagesButWhatPeopleTyped() throws Exception {
        Map<String, List<String>> left = new LinkedHashMap<>();
        for (String cycle : List.of(CYCLE, "1933")) {
            for (String page : List.of(
                    "",
                    "/live",
                    "/results",
                    "/results/criteria",
                    "/results/coverage",
                    "/results/pairs",
                    "/results/findings",
                    "/results/calibration",
                    "/results/commendations",
                    "/results/criteria?by=difference",
                    "/tables",
                    "/processes/self-assessment")) {
                look("manager", Groups.MANAGERS, "/progress/" + cycle + page, left);
            }
            for (Listing listing : listings.all()) {
                look("manager", Groups.MANAGERS, "/progress/" + cycle + "/tables/" + listing.name(), left);
            }
            look("manager", Groups.MANAGERS, "/units/q-ba-dinh?cycle=" + cycle, left);
        }
        for (String page : List.of(
                "/progress?all",
                "/guide",
                "/delegation",
                "/extensions",
                "/preferences",
                "/password",
                "/audit",
                "/done",
                "/published",
                "/published/2022")) {
            look("manager", Groups.MANAGERS, page, left);
        }
        for (String page : List.of(
                "/operations",
                "/calendar?year=2026",
                "/mail",
                "/people?text=office",
                "/people/admin",
                "/guide",
                "/delegation?person=admin")) {
            look("admin", Groups.ADMINISTRATORS, page, left);
        }
        look("director", Groups.DEPARTMENT_LEADERS, "/cycles", left);
        look("director", Groups.DEPARTMENT_LEADERS, "/cycles/1933/withdrawal", left);
        look("office", Groups.STANDING_OFFICE, "/cycles/1933/deadlines", left);
        look("office", Groups.STANDING_OFFICE, "/evidence/unknown", left);
        for (String role : Stream.concat(
                        Groups.CITYWIDE.stream(),
                        Stream.of("coordinatorAtqbadinh", "headAtqbadinh", "inspectorAtqbadinh"))
                .toList()) {
            look("somebody", role, "/guide", left);
            look("somebody", role, "/", left);
        }
        look("manager", Groups.MANAGERS, "/", left);
        look("admin", Groups.ADMINISTRATORS, "/", left);
        look("manager", Groups.MANAGERS, "/postings", left);
        String task = aTaskOfTheUnit();
        for (String page : List.of(
                "/evidence/" + task,
                "/tasks/" + task + "/file",
                "/tasks/" + task + "/standing",
                "/extensions",
                "/extensions/" + task,
                "/done")) {
            look("qbadinhCoordinator", "coordinatorAtqbadinh", page, left);
        }
        look("admin", Groups.ADMINISTRATORS, "/mail/" + theMailAboutIt(task), left);
        look("qtayhoCoordinator", "coordinatorAtqtayho", "/tasks/" + task + "/file", left);
        look("qtayhoCoordinator", "coordinatorAtqtayho", "/tasks/" + task + "/standing", left);
        look("nobody", "none", "/login", left);
        look("nobody", "none", "/login?error", left);
        assertThat(left.values().stream().flatMap(List::stream)).as("%s", left).isEmpty();
    }

    @Test
    void noVietnameseIsLeftInWhatIsTakenFromTheTables() throws Exception {
        Map<String, List<String>> left = new LinkedHashMap<>();
        for (Listing listing : listings.all()) {
            String page = "/progress/" + CYCLE + "/tables/" + listing.name();
            keep(page + "/csv", List.of(new String(file(page + "/csv"), UTF_8).split("\"(,|\\R)\"")), left);
            keep(page + "/xlsx", cells(file(page + "/xlsx")), left);
        }
        byte[] pdf = browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933/overview.pdf"))
                        .cookie(ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Ba Dinh District");
            keep("overview.pdf", text.lines().toList(), left);
        }
        assertThat(left.values().stream().flatMap(List::stream)).as("%s", left).isEmpty();
    }

    @Test
    void aPageWithoutAnythingYetSaysWhatWillBeThere() throws Exception {
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933/results/commendations"))
                        .cookie(ENGLISH))
                .andExpect(content().string(containsString("No nominations yet")))
                .andExpect(content().string(not(containsString("<canvas"))));
        ManagedCycle.forget(jdbc, CYCLE);
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933/results/coverage"))
                        .cookie(ENGLISH))
                .andExpect(content().string(containsString("No unit has been cross-inspected yet")))
                .andExpect(content().string(not(containsString("✓"))));
    }

    private byte[] file(String path) throws Exception {
        return browser.perform(as("manager", Groups.MANAGERS, get(path)).cookie(ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static List<String> cells(byte[] xlsx) throws IOException {
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            cells.add(book.getFirstSheet().getName());
            book.getFirstSheet().read().forEach(row -> row.stream()
                    .forEach(cell -> cells.add(cell == null ? "" : cell.getText())));
        }
        return cells;
    }

    /** That its coordinator is offered, as Tasklist would open it. */
    private String aTaskOfTheUnit() {
        instance = runtime.startProcessInstanceByKey(
                        "self-assessment",
                        "1933/q-ba-dinh",
                        Map.of(
                                "cycle", "1933",
                                "cycleName", "Kiểm tra việc thực hiện hai Quy tắc ứng xử năm 1933",
                                "bloc", "khoi-1",
                                "blocName", "Khối 1",
                                "unit", "q-ba-dinh",
                                "unitKey", "qbadinh",
                                "unitName", "Quận Ba Đình"))
                .getId();
        Task acknowledge = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        desk.complete(acknowledge, Map.of("received", true, "staffCount", 120));
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private String theMailAboutIt(String task) {
        return jdbc.sql("select max(id) from outbox where mail_key like ?")
                .param("%" + task + "%")
                .query(String.class)
                .single();
    }

    private void look(String person, String group, String page, Map<String, List<String>> left) throws Exception {
        String html = browser.perform(as(person, group, get(page)).cookie(ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> read = new ArrayList<>();
        Matcher texts = READ.matcher(LETTER.matcher(html).replaceAll(""));
        while (texts.find()) {
            read.add(HtmlEscape.unescapeHtml(texts.group(1) == null ? texts.group(2) : texts.group(1)));
        }
        keep(group + " " + page, read, left);
    }

    private void keep(String where, List<String> read, Map<String, List<String>> left) {
        List<String> found = read.stream()
                .filter(text -> VIETNAMESE.matcher(text).find())
                .filter(text -> VIETNAMESE
                        .matcher(LEFT.matcher(known(text)).replaceAll(""))
                        .find())
                .map(String::strip)
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            left.put(where, found);
        }
    }

    /** Without the names of people. */
    private String known(String text) {
        String rest = text;
        for (String name : jdbc.sql("select last_ from act_id_user union select first_ from act_id_user")
                .query(String.class)
                .list()) {
            if (name != null && !name.isBlank()) {
                rest = rest.replace(name, "");
            }
        }
        return rest;
    }

    @Test
    void datesNumbersAndNamesOfUnitsAreEnglishToo() throws Exception {
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933")).cookie(ENGLISH))
                .andExpect(content().string(containsString("Ba Dinh District")))
                .andExpect(content().string(containsString("<html lang=\"en\">")))
                .andExpect(content().string(containsString(">Ba Dinh District<")))
                .andExpect(content().string(not(containsString("Quận Ba Đình"))));
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/" + CYCLE + "/results"))
                        .cookie(ENGLISH))
                .andExpect(content().string(org.hamcrest.Matchers.matchesPattern("(?s).*>\\d\\d\\.\\d\\d<.*")))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.matchesPattern(
                                "(?s).*\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}.*")));
    }

    @Test
    void withoutAChoiceEverythingIsVietnameseWhateverTheBrowserSaysOfItself() throws Exception {
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933")).header("Accept-Language", "en"))
                .andExpect(content().string(containsString("<html lang=\"vi\">")))
                .andExpect(content().string(containsString("Quận Ba Đình")))
                .andExpect(content().string(containsString("Từng đơn vị")));
        browser.perform(get("/login").cookie(new Cookie("language", "xx\"><")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Mật khẩu")));
    }

    @Test
    void aLetterIsShownAsItsReaderGotIt() throws Exception {
        String subject = "[QTƯX 1932] Việc mới: Phê duyệt giải trình – Quận Ba Đình";
        String newest = theMailAboutIt(aTaskOfTheUnit());
        jdbc.sql("update outbox set subject = ? where id = ?")
                .params(subject, Long.valueOf(newest))
                .update();
        for (String page : List.of("/mail", "/mail/" + newest)) {
            browser.perform(as("admin", Groups.ADMINISTRATORS, get(page)).cookie(ENGLISH))
                    .andExpect(content().string(containsString(subject)))
                    .andExpect(content().string(containsString("Outbox")));
        }
    }

    @Test
    void aDiagramHasItsNamesInEnglish() throws Exception {
        browser.perform(as("manager", Groups.MANAGERS, get("/progress/1933/processes/self-assessment/model"))
                        .cookie(ENGLISH))
                .andExpect(content().string(containsString("name=\"Approve the self-assessment\"")));
    }

    @Test
    void aScriptSpeaksTheLanguageItsAddressNames() throws Exception {
        browser.perform(get("/js/evidence.js").param("language", "en"))
                .andExpect(content().string(containsString("'Delete'")))
                .andExpect(content().string(not(containsString("'Xóa'"))));
        browser.perform(get("/js/evidence.js")).andExpect(content().string(not(containsString("'Delete'"))));
    }

    /** Of what Tasklist reads of ours one sign too many stops all of it. */
    @Test
    void anApostropheInATranslationDoesNotEndALiteral() throws Exception {
        browser.perform(get("/js/tasklist.js").param("language", "en"))
                .andExpect(content().string(containsString("basis: 'Basis: the City\\'s two Codes of Conduct")));
    }

    @Test
    void theSwitchIsKeptForTheBrowserAndThePerson() throws Exception {
        browser.perform(as("manager", Groups.MANAGERS, post("/language"))
                        .param("language", "en")
                        .param("back", "/progress/1933?late=true"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/progress/1933?late=true"))
                .andExpect(cookie().value("language", "en"));
        assertThat(chosen.of("manager")).contains("en");
        browser.perform(as("manager", Groups.MANAGERS, post("/language")).param("language", "vi"))
                .andExpect(cookie().value("language", "vi"));
        assertThat(chosen.of("manager")).contains("vi");
    }

    @Test
    void nobodyIsNeededForItAndAForeignPageCannotDoIt() throws Exception {
        browser.perform(post("/language").with(csrf()).param("language", "en").param("back", "/login"))
                .andExpect(header().string("Location", "/login"));
        browser.perform(post("/language").param("language", "en")).andExpect(status().isForbidden());
        browser.perform(post("/language").with(csrf()).param("language", "fr")).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere.example",
                "/\t/elsewhere.example",
                "x"
            })
    void theSwitchLeadsNowhereElse(String back) throws Exception {
        browser.perform(post("/language").with(csrf()).param("language", "en").param("back", back))
                .andExpect(header().string("Location", "/"));
    }

    private static MockHttpServletRequestBuilder as(
            String person, String group, MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(user(person).roles(group));
    }
}
