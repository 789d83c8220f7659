package nepsong.browser;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Desk;
import nepsong.Trial;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A unit's scorecard of 31 rows, open before its coordinator in the real Tasklist; each test has one of its own. */
abstract class OpenScorecard {

    static final String UNIT = "q-ba-dinh";
    static final int ROWS = 31;

    static final String SCORE = "Điểm tự chấm";
    static final String NOTE = "Thuyết minh cách chấm";
    static final String NUMBER = "Văn bản chỉ viện dẫn: số, ký hiệu";
    static final String ISSUED = "Văn bản chỉ viện dẫn: ngày ban hành";
    static final String PAGE = "Văn bản chỉ viện dẫn: mục, trang";

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String PERSON = "qbadinhCoordinator";

    private static Chromium chromium;

    /** Who has logged in once stays. */
    private static TasklistPage known;

    @Autowired
    Desk desk;

    @Autowired
    UnitChecklists checklists;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Scorecards scorecards;

    @Autowired
    private RuntimeService runtime;

    @LocalServerPort
    private int port;

    String cycle = "";
    TasklistPage tasklist;
    Page page;

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
        known = null;
    }

    /** Every row has a score already, as after a return, so that each test types only what it is about. */
    @BeforeEach
    void theCoordinatorOpensTheScorecard() {
        cycle = "typing-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho", "q-hoan-kiem"));
        runtime.startProcessInstanceByKey("self-assessment", key(), Trial.unit(cycle, UNIT, "Quận Ba Đình"));
        desk.complete(desk.task(key(), "acknowledge"), Map.of("received", true, "staffCount", 120));
        Task task = desk.task(key(), "scoreCriteria");
        desk.bringEvidence(task);
        scorecards.writeSelf(
                cycle,
                UNIT,
                scorecards.of(cycle, UNIT).stream()
                        .map(row -> new SelfScore(row.criterion(), false, null, BigDecimal.ONE, null, Evidence.NONE))
                        .toList());
        if (known == null) {
            known = TasklistPage.of(chromium, "http://127.0.0.1:" + port, PERSON, 1366);
        }
        tasklist = known;
        page = tasklist.page();
        tasklist.open(task.getId());
        tasklist.claim();
    }

    @AfterEach
    void theCardIsPutAway() {
        tasklist.rest();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "the test is over"));
    }

    String key() {
        return cycle + "/" + UNIT;
    }

    void fill(String label, int row, String text) {
        field(label, row).fill(text);
    }

    void type(String label, int row, String text, int delay) {
        field(label, row).focus();
        page.keyboard().press("Control+A");
        page.keyboard().type(text, new Keyboard.TypeOptions().setDelay(delay));
    }

    String value(String label, int row) {
        return field(label, row).inputValue();
    }

    /** What the person sees, which is not what form-js is told. */
    String shown(int row) {
        return String.valueOf(field(SCORE, row)
                .evaluate("one => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get.call(one)"));
    }

    Locator field(String label, int row) {
        return page.getByLabel(label).nth(row);
    }

    List<String> stored() {
        return scorecards.of(cycle, UNIT).stream()
                .map(ScorecardRow::self)
                .map(self -> self.score().stripTrailingZeros().toPlainString() + "|" + self.note() + "|"
                        + self.evidence().number() + "|" + self.evidence().page())
                .toList();
    }

    SelfScore self(int row) {
        return scorecards.of(cycle, UNIT).get(row).self();
    }
}
