package nepsong.browser;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import nepsong.notification.MailTemplates;
import nepsong.progress.Listings;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/**
 * In a real browser that ignores our policies, so that nothing but the pages themselves keeps a script from running:
 * whatever anybody types is shown as what was typed.
 */
@InTasklist
class BrowserSecurityTest {

    /** Of a payload, in what it called and in what stands armed. */
    private static final Pattern NUMBER = Pattern.compile("[\\['](\\d+)[\\]']");

    private static Chromium chromium;

    @Autowired
    private MailTemplates mails;

    @Autowired
    private Desk desk;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Listings listings;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String base;
    private PoisonedCycle cycle;
    private Colleague colleague;
    private Witness witness;
    private Page page;

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
    }

    @BeforeEach
    void somebodySitsDown() {
        base = "http://127.0.0.1:" + port;
        cycle = new PoisonedCycle(desk, cycles, engine, jdbc);
        colleague = Colleague.withoutPolicies(chromium, base);
        witness = colleague.witness();
        page = colleague.page();
    }

    @AfterEach
    void theyLeave() {
        page.context().close();
        cycle.isPutAway();
    }

    @Test
    void thePayloadsBiteWhereTheyAreNotEscaped() {
        assertThat(ScriptPayloads.all()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        page.navigate(base + "/login");
        // Each in a frame of its own, so that none hides behind another, and all at once.
        page.setContent(ScriptPayloads.all().stream()
                .map(payload ->
                        "<iframe srcdoc=\"" + HtmlUtils.htmlEscape("<!DOCTYPE html><body>" + payload) + "\"></iframe>")
                .collect(joining("", "<!DOCTYPE html><body>", "")));
        witness.look();
        Set<String> bit = Stream.concat(
                        witness.ran().stream(), page.frames().stream().flatMap(witness::armed))
                .flatMap(ran -> NUMBER.matcher(ran).results().map(found -> found.group(1)))
                .collect(toSet());
        assertThat(bit).hasSizeGreaterThan(80);
        page.setContent("<!DOCTYPE html><img src=http://evil.example/1.png>");
        witness.look();
        assertThat(witness.elsewhere()).contains("http://evil.example/1.png");
    }

    @Test
    void whatIsStoredIsShownAsTypedInTasklistOnOurPagesAndInJson() {
        String task = cycle.withScorecard();
        colleague.logsIn(PoisonedCycle.HEAD);
        assertThat(colleague.opensTask(task)).contains("<script>ran(");
        page.getByText("Lịch sử").first().click();
        page.getByText("<script>ran(").first().waitFor();
        witness.look();
        assertNothingRan("Tasklist");
        see("/api/units/" + PoisonedCycle.UNIT + "/scorecard?cycle=" + cycle.code(), "ran(");
        see("/units/" + PoisonedCycle.UNIT + "?cycle=" + cycle.code(), "ran(");
        see("/evidence/" + task, "");
        for (String own : List.of(
                "/extensions",
                "/delegation",
                "/preferences",
                "/password",
                "/done",
                "/postings",
                "/published",
                "/guide")) {
            see(own, "");
        }

        colleague.logsIn("manager");
        see("/progress?all", "<script>ran(");
        see("/progress/" + cycle.code(), "<script>ran(");
        see("/progress/" + cycle.code() + "/tables/tasks", "ran(");
        for (String results : List.of("", "/criteria", "/coverage", "/findings", "/calibration", "/commendations")) {
            see("/progress/" + cycle.code() + "/results" + results, "");
        }
        see("/progress/" + cycle.code() + "/tables/scores", "");
        see("/progress/" + cycle.code() + "/processes/self-assessment", "");
        see("/audit", "");
        PoisonedSpreadsheets.holdTextsOnly(page, base + "/progress/" + cycle.code() + "/tables/", listings);
        see("/api/cycles", "ran(");
        see("/api/cycles/" + cycle.code() + "/progress", "ran(");

        colleague.logsIn("director");
        see("/cycles/" + cycle.code() + "/withdrawal", "ran(");

        colleague.logsIn("admin");
        see("/mail?text=" + cycle.code(), "");
        see("/mail/" + cycle.mail(), "ran(");
        see("/operations", "");
        see("/calendar", "");
        see("/api/outbox", "ran(");
        assertThat(witness.elsewhere()).isEmpty();
    }

    @Test
    void whatAnAddressCarriesIsShownAsText() {
        colleague.logsIn("admin");
        List<String> payloads = ScriptPayloads.all();
        for (int from = 0; from < payloads.size(); from += 40) {
            String some = encoded(String.join(" ", payloads.subList(from, Math.min(from + 40, payloads.size()))));
            for (String path : List.of("/mail?text=", "/login?error&sso=", "/nowhere?a=")) {
                see(path + some, "");
            }
        }
        assertThat(witness.elsewhere()).isEmpty();
    }

    @Test
    void noMailRunsWhatItTells() {
        page.navigate(base + "/login");
        PoisonedMails poisoned = new PoisonedMails(mails);
        assertThat(poisoned.names()).hasSizeGreaterThan(20);
        for (String name : poisoned.names()) {
            page.setContent(poisoned.html(name));
            witness.look();
            assertThat(page.locator("body").innerText()).as(name).contains("ran(");
            assertNothingRan("the mail " + name);
        }
        assertThat(witness.elsewhere()).isEmpty();
    }

    private void assertNothingRan(String where) {
        assertThat(witness.ran()).as(where).isEmpty();
    }

    private void see(String path, String text) {
        assertThat(colleague.sees(path)).as(path).contains(text);
        assertNothingRan(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
