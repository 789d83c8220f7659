package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import nepsong.Desk;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.selfassessment.Evidence;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklists;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The scorecard of 31 rows in the real Tasklist: what is typed into it arrives, and is never lost on the way. */
@Tag("own-process")
@InTasklist
class TypingBrowserTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-ba-dinh";
    private static final String PERSON = "qbadinhCoordinator";
    private static final int ROWS = 31;

    private static final String SCORE = "Điểm tự chấm";
    private static final String NOTE = "Thuyết minh cách chấm";
    private static final String NUMBER = "Văn bản chỉ viện dẫn: số, ký hiệu";
    private static final String ISSUED = "Văn bản chỉ viện dẫn: ngày ban hành";
    private static final String PAGE = "Văn bản chỉ viện dẫn: mục, trang";

    /** Whole sentences; one that form-js puts together is said in the test. */
    private static final Pattern COMPLAINT =
            Pattern.compile("[\"`]((?:Field (?:is|must)|Value is|Please select)[^\"`]*[.)])[\"`]");

    private static Chromium chromium;

    /** Who has logged in once stays. */
    private static TasklistPage tasklist;

    private final Desk desk;
    private final Cycles cycles;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final RuntimeService runtime;

    @LocalServerPort
    int port;

    private String cycle = "";
    private Task task;
    private Page page;

    @Autowired
    TypingBrowserTest(
            Desk desk, Cycles cycles, Scorecards scorecards, UnitChecklists checklists, RuntimeService runtime) {
        this.desk = desk;
        this.cycles = cycles;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.runtime = runtime;
    }

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
        tasklist = null;
    }

    /** Every row has a score already, as after a return, so that each test types only what it is about. */
    @BeforeEach
    void theCoordinatorOpensTheScorecard() {
        cycle = "typing-" + CYCLES.incrementAndGet();
        cycles.add(new Cycle(
                cycle, 2023, "Kỳ kiểm tra thử " + cycle, null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                cycle,
                1,
                null,
                List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho", "q-hoan-kiem"))),
                Map.of()));
        runtime.startProcessInstanceByKey(
                "self-assessment",
                cycle + "/" + UNIT,
                Map.of(
                        "cycle", cycle,
                        "cycleName", "Kỳ kiểm tra thử",
                        "bloc", "khoi-1",
                        "blocName", "Khối 1",
                        "unit", UNIT,
                        "unitKey", "qbadinh",
                        "unitName", "Quận Ba Đình"));
        desk.complete(desk.task(cycle + "/" + UNIT, "acknowledge"), Map.of("received", true, "staffCount", 120));
        task = desk.task(cycle + "/" + UNIT, "scoreCriteria");
        desk.bringEvidence(task);
        scorecards.writeSelf(
                cycle,
                UNIT,
                scorecards.of(cycle, UNIT).stream()
                        .map(row -> new SelfScore(row.criterion(), false, null, BigDecimal.ONE, null, Evidence.NONE))
                        .toList());
        if (tasklist == null) {
            tasklist = TasklistPage.of(chromium, "http://127.0.0.1:" + port, PERSON, 1366);
        }
        page = tasklist.page();
        tasklist.open(task.getId());
        tasklist.claim();
    }

    @AfterEach
    void theCardIsPutAway() {
        tasklist.rest();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle + "/" + UNIT)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
    }

    @Test
    void whatIsTypedFastIntoEveryRowArrives() {
        List<String> typed = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String score = List.of("0,25", "0,5", "0.75", "1").get(row % 4);
            String note = "Đối chiếu " + row + " việc";
            String number = (row + 1) + "/BC";
            String where = "mục " + row;
            int delay = row % 3 * 5;
            type(SCORE, row, score, delay);
            type(NOTE, row, note, delay);
            type(NUMBER, row, number, delay);
            type(PAGE, row, where, delay);
            typed.add(new BigDecimal(score.replace(',', '.')) + "|" + note + "|" + number + "|" + where);
        }

        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();

        assertThat(stored()).containsExactlyElementsOf(typed);
    }

    /** In groups with what they come to; each criterion once, with its rule and evidence; nothing technical. */
    @Test
    void theSheetIsReadable() {
        List<Criterion> criteria = checklists.of(cycle, UNIT).criteria();
        String seen = page.locator(".fjs-container").innerText();

        assertThat(criteria).hasSize(ROWS).allSatisfy(one -> assertThat(seen)
                .containsOnlyOnce(one.code() + ". " + one.text())
                .containsOnlyOnce("Cộng nhóm " + one.group() + ": "
                        + criteria.stream()
                                .filter(other -> other.group().equals(one.group()))
                                .count()
                        + " / "));
        assertThat(criteria.stream().map(Criterion::group).distinct()).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(seen.split("Cách chấm: \\S", -1)).hasSize(ROWS + 1);
        assertThat(seen.split("Minh chứng cần có: \\S", -1)).hasSize(ROWS + 1);
        assertThat(seen).doesNotContain("§");
    }

    @Test
    void enterInALineDoesNotCompleteTheTask() {
        type(NUMBER, 0, "12/BC-UBND", 0);
        page.keyboard().press("Enter");
        type(SCORE, 1, "0.5", 0);
        page.keyboard().press("Enter");
        type(NOTE, 0, "dòng một", 0);
        page.keyboard().press("Enter");
        page.keyboard().type("dòng hai");

        assertThat(desk.openTasks(cycle + "/" + UNIT)).containsExactly("userTask_scoreCriteria");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).note()).isEqualTo("dòng một\ndòng hai");
        assertThat(self(0).evidence().number()).isEqualTo("12/BC-UBND");
    }

    @Test
    void aScoreAboveTheMaximumIsNamedAndNothingTypedIsLost() {
        type(NOTE, 3, "Có sổ theo dõi từng tháng", 0);
        fill(SCORE, 2, "99");

        assertThat(tasklist.submit()).isFalse();

        assertThat(tasklist.errors()).singleElement().asString().contains("Giá trị không được lớn hơn");
        assertThat(value(SCORE, 2)).isEqualTo("99");
        assertThat(value(SCORE, 30)).isEqualTo("1");
        assertThat(value(NOTE, 3)).isEqualTo("Có sổ theo dõi từng tháng");
        assertThat(desk.openTasks(cycle + "/" + UNIT)).containsExactly("userTask_scoreCriteria");
        tasklist.screenshot(Path.of("target", "screenshots", "scorecard-wrong-score.png"));
    }

    /** Each complaint that its bundle holds, and one of them as a person meets it. */
    @Test
    void formJsComplainsInVietnamese() throws IOException {
        List<String> complaints = new ArrayList<>(
                List.of("Value is expected to be an integer.", "Value is expected to have at most 2 decimal digits."));
        COMPLAINT
                .matcher(new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js")
                        .getContentAsString(StandardCharsets.UTF_8))
                .results()
                .map(complaint -> complaint.group(1).replaceAll("\\$\\{[^}]*}", "5"))
                .forEach(complaints::add);
        assertThat(complaints).hasSizeGreaterThanOrEqualTo(12);
        assertThat(page.evaluate(
                        """
                        async complaints => {
                          const script = performance.getEntriesByType('resource').find(one => one.name.endsWith('/messages.js'));
                          const {translated} = await import(script.name);
                          return complaints.filter(one => translated(one) === null);
                        }""",
                        complaints))
                .isEqualTo(List.of());

        fill(SCORE, 2, "");
        assertThat(tasklist.submit()).isFalse();
        assertThat(tasklist.errors()).containsExactly("Trường này bắt buộc phải nhập.");
    }

    @Test
    void aNumberIsTypedAndShownWithACommaAndArrivesAsANumber() {
        type(SCORE, 1, "0,75", 40);
        type(SCORE, 2, "0.5", 40);

        assertThat(shown(1)).isEqualTo("0,75");
        assertThat(shown(2)).isEqualTo("0,5");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(1).score()).isEqualByComparingTo("0.75");
        assertThat(self(2).score()).isEqualByComparingTo("0.5");
    }

    /** What the person sees, which is not what form-js is told. */
    private String shown(int row) {
        return String.valueOf(field(SCORE, row)
                .evaluate("one => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get.call(one)"));
    }

    @Test
    void aRefusalOfTheServerIsReadableAndNothingTypedIsLost() {
        type(NOTE, 4, "Đã niêm yết nội quy tại trụ sở", 0);
        Locator issued = page.getByLabel(ISSUED).first();
        issued.click();
        page.keyboard().type("01/02/2099");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(tasklist.submit()).isFalse();

        assertThat(tasklist.notice()).contains("CS-A1").contains("tương lai").doesNotContain("Exception");
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "scorecard-refused.png")));
        assertThat(value(NOTE, 4)).isEqualTo("Đã niêm yết nội quy tại trụ sở");
        assertThat(value(SCORE, 30)).isEqualTo("1");
        assertThat(issued.inputValue()).isEqualTo("1/2/2099");

        issued.fill("01/02/2023");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).evidence().issuedOn()).isEqualTo("2023-02-01");
        assertThat(self(4).note()).isEqualTo("Đã niêm yết nội quy tại trụ sở");
    }

    @Test
    void anInputMethodsCompositionSurvivesARedraw() {
        CDPSession keyboard = page.context().newCDPSession(page);
        fill(SCORE, 1, "0.5");
        page.getByLabel(NOTE).nth(0).focus();
        for (String composed : List.of("v", "vi", "viê", "việ", "việt")) {
            JsonObject step = new JsonObject();
            step.addProperty("text", composed);
            step.addProperty("selectionStart", composed.length());
            step.addProperty("selectionEnd", composed.length());
            keyboard.send("Input.imeSetComposition", step);
        }
        JsonObject word = new JsonObject();
        word.addProperty("text", "việt");
        keyboard.send("Input.insertText", word);
        page.keyboard().type(" nam");

        assertThat(tasklist.submit()).as("%s", tasklist.errors()).isTrue();
        assertThat(self(0).note()).isEqualTo("việt nam");
    }

    private void fill(String label, int row, String text) {
        field(label, row).fill(text);
    }

    private void type(String label, int row, String text, int delay) {
        field(label, row).focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(delay));
    }

    private String value(String label, int row) {
        return field(label, row).inputValue();
    }

    private Locator field(String label, int row) {
        return page.getByLabel(label).nth(row);
    }

    private List<String> stored() {
        return scorecards.of(cycle, UNIT).stream()
                .map(ScorecardRow::self)
                .map(self -> self.score().stripTrailingZeros().toPlainString() + "|" + self.note() + "|"
                        + self.evidence().number() + "|" + self.evidence().page())
                .toList();
    }

    private SelfScore self(int row) {
        return scorecards.of(cycle, UNIT).get(row).self();
    }
}
