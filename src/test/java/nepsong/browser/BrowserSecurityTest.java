package nepsong.browser;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import nepsong.notification.MailTemplates;
import nepsong.progress.Listing;
import nepsong.progress.Listings;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
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

    private static final Pattern DEPLOYED = Pattern.compile(".*/deployed-form(\\?.*)?");
    private static final Pattern VARIABLES = Pattern.compile(".*/form-variables(\\?.*)?");

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
    void noFormOfTasklistRunsWhatAnyFieldOfItHolds() {
        openForms(colleague, new ScriptPayloads(), "ran('");
    }

    /** Texts may hold pictures; the policy of the page keeps them from telling another host who reads them. */
    @Test
    void noFormOfTasklistAsksAnotherHost() {
        Colleague obeying = Colleague.at(chromium, base);
        openForms(obeying, ScriptPayloads.callers(), "");
        assertThat(obeying.witness().elsewhere()).isEmpty();
        obeying.page().context().close();
    }

    private void openForms(Colleague reader, ScriptPayloads payloads, String shown) {
        String task = cycle.acknowledgement();
        reader.logsIn(PoisonedCycle.COORDINATOR);
        for (PoisonedForms.Poisoned form : new PoisonedForms(payloads).all()) {
            reader.page().unrouteAll();
            reader.page().route(DEPLOYED, route -> answer(route, form.form()));
            reader.page().route(VARIABLES, route -> answer(route, form.variables()));
            assertThat(reader.opensTask(task)).as(form.process()).contains(shown);
            assertThat(reader.witness().ran())
                    .as("the forms of " + form.process())
                    .isEmpty();
        }
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
        theSpreadsheetsHoldTextsOnly();
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

    @Test
    void anotherSiteNeitherActsNorFrames() {
        colleague.logsIn("office");
        EvilSite.opensTo(page.context(), base);
        page.navigate(EvilSite.ADDRESS);
        page.waitForCondition(() -> page.frames().size() >= EvilSite.frames());
        page.waitForLoadState();
        for (Frame frame : page.frames()) {
            if (frame != page.mainFrame()) {
                assertThat(frame.content())
                        .as(frame.url())
                        .doesNotContain("Nếp Sống", "fjs", "Đăng xuất", "cam-tasklist");
            }
        }
        page.navigate(base + "/guide");
        assertThat(page.locator("h1").innerText()).isEqualTo("Hướng dẫn từng bước");
    }

    @Test
    void aSessionThatWasChosenByAnotherIsWorthlessAndALogoutIsOne() {
        page.navigate(base + "/login");
        String chosen = colleague.session();
        colleague.logsIn("office");
        String own = colleague.session();
        assertThat(own).isNotEqualTo(chosen);

        BrowserContext thief = page.context().browser().newContext();
        thief.addCookies(List.of(new Cookie("JSESSIONID", chosen).setUrl(base)));
        assertThat(thief.newPage().navigate(base + "/guide").url()).endsWith("/login");

        page.navigate(base + "/guide");
        page.getByText("Đăng xuất").click();
        page.waitForURL("**/login?logout");
        page.goBack();
        assertThat(page.url()).contains("/login");
        thief.clearCookies();
        thief.addCookies(List.of(new Cookie("JSESSIONID", own).setUrl(base)));
        Response answer = thief.newPage().navigate(base + "/camunda/api/engine/engine/default/task");
        assertThat(answer.status()).isEqualTo(401);
        thief.close();
    }

    private void assertNothingRan(String where) {
        assertThat(witness.ran()).as(where).isEmpty();
    }

    /** All of them; those that show what was typed are named. */
    private void theSpreadsheetsHoldTextsOnly() {
        Set<String> poisoned = new TreeSet<>();
        for (Listing listing : listings.all()) {
            String table = "/progress/" + cycle.code() + "/tables/" + listing.name();
            String lines = page.request().get(base + table + "/csv").text();
            try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(
                    page.request().get(base + table + "/xlsx").body()))) {
                List<String> texts = new ArrayList<>();
                book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                    assertThat(cell.getCellType()).as(table).isNotEqualTo(CellType.FORMULA);
                    texts.add(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "");
                })));
                texts.stream().filter(text -> text.contains("ran(")).forEach(text -> {
                    poisoned.add(listing.name());
                    assertThat(lines).as(table).contains(text.replace("\"", "\"\""));
                });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        assertThat(poisoned).contains("tasks", "scores", "unit-stages", "blocs", "cycles");
    }

    private void see(String path, String text) {
        assertThat(colleague.sees(path)).as(path).contains(text);
        assertNothingRan(path);
    }

    private static void answer(Route route, String json) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
