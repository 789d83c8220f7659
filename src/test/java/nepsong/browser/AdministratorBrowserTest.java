package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cockpit and Admin offer nothing that the engine would refuse, and say everything in Vietnamese. */
@InTasklist
class AdministratorBrowserTest {

    private static final AtomicInteger CYCLES = new AtomicInteger();
    private static final String UNIT = "q-cau-giay";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "administrator");
    private static final String UNITS_HEADER =
            "code,official_code,kind,name_vi,name_en,area,valid_from,valid_to,successor,latitude,longitude";
    private static final String A_UNIT =
            "q-cau-giay,,district,Quận Cầu Giấy,Cau Giay District,Cầu Giấy,2008-08-01,2025-06-30,,21.033,105.790";

    private static Chromium chromium;

    private final Cycles cycles;
    private final RuntimeService runtime;
    private final List<String> refused = new ArrayList<>();
    private String instance = "";
    private String definition = "";

    @LocalServerPort
    int port;

    @Autowired
    AdministratorBrowserTest(Cycles cycles, RuntimeService runtime) {
        this.cycles = cycles;
        this.runtime = runtime;
    }

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
    }

    @BeforeEach
    void aProcessRuns() {
        String cycle = "admin-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT));
        ProcessInstance started = runtime.startProcessInstanceByKey(
                "self-assessment", cycle + "/" + UNIT, Trial.unit(cycle, UNIT, "Quận Cầu Giấy"));
        instance = started.getId();
        definition = started.getProcessDefinitionId();
    }

    @AfterEach
    void nothingIsLeft() {
        runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void cockpitOffersNothingThatIsRefused() {
        Page page = administrator();
        open(page, "cockpit", "/dashboard", "dashboard");
        hidden(page, "a[href$='#/tasks']");
        open(page, "cockpit", "/repository", "deployments");
        hidden(page, ".delete-deployment");
        open(page, "cockpit", "/process-instance/" + instance + "/runtime", "instance");
        hidden(page, "a:has(> .glyphicon-plus)");
        datesAreVietnamese(page);
        everyTab(page, "instance");
        open(page, "cockpit", "/process-definition/" + definition + "/runtime", "definition");
        Locator kept = page.locator("[time-to-live] a").first();
        assertThat(kept.getAttribute("tabindex")).isEqualTo("-1");
        kept.focus();
        page.keyboard().press("Enter");
        everyTab(page, "definition");
        hidden(page, "a:has(> .glyphicon-cog)");
        assertThat(page.locator(".modal-dialog").count()).isZero();
        assertThat(refused).isEmpty();
        page.context().close();
    }

    @Test
    void aFileIsLoadedFromThePageWholeOrNotAtAll() {
        Map<String, List<String>> barriers = new TreeMap<>();
        PageReview review = new PageReview(chromium, base(), SCREENSHOTS);
        review.look(
                "admin", Map.of("catalogue", "/catalogue", "catalogue-checklists", "/catalogue/checklists"), barriers);
        assertThat(barriers.values().stream().flatMap(List::stream))
                .as("%s", barriers)
                .isEmpty();
        Page page = somebody("admin", "vi-VN");
        page.navigate(base() + "/");
        page.locator("main a[href$='/catalogue']").click();
        page.locator("a[href$='/catalogue/units']").click();

        send(page, UNITS_HEADER + "\n" + A_UNIT.replace(",district,", ",quan,"));
        assertThat(page.locator("[role=alert]").innerText())
                .contains("chưa có gì được thay đổi", "kind", "Không có loại đơn vị “quan”.");
        picture(page, "catalogue-refused");
        send(page, UNITS_HEADER + "\n" + A_UNIT + "\n");
        assertThat(page.locator("[role=status]").innerText()).contains("Đã nạp 1 dòng", "Kỳ đang chạy giữ");
        picture(page, "catalogue-loaded");
        page.context().close();
    }

    private static void send(Page page, String content) {
        page.locator("#file")
                .setInputFiles(new FilePayload("don-vi.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Kiểm tra và nạp tệp").click();
        page.locator("[role=alert], [role=status]").first().waitFor();
    }

    private static void picture(Page page, String name) {
        for (int width : new int[] {1366, 360}) {
            page.setViewportSize(width, 900);
            Picture.ofAll(page, SCREENSHOTS.resolve(name + "-" + width + ".png"));
        }
        page.setViewportSize(1366, 900);
    }

    @Test
    void adminOffersNothingThatIsRefused() {
        Page page = administrator();
        open(page, "admin", "/", "dashboard");
        assertThat(page.locator("a[href*='tenant']:visible").count()).isZero();
        open(page, "admin", "/authorization?resource=0", "authorizations");
        hidden(page, "[ng-controller='AuthorizationCreateController'] a");
        hidden(page, "td.action a");
        for (String place : List.of(
                "/users",
                "/users/qcaugiayHead?tab=profile",
                "/users/qcaugiayHead?tab=groups",
                "/groups",
                "/groups/council?tab=group",
                "/groups/council?tab=users")) {
            open(page, "admin", place, "people");
            assertThat(page.locator("a[href*='tenant']:visible").count())
                    .as(place)
                    .isZero();
        }
        open(page, "admin", "/users/qcaugiayHead?tab=profile", "person");
        assertThat(page.locator(".form-horizontal label:visible").allInnerTexts())
                .contains("Họ*", "Tên đệm và tên*");
        assertThat(refused).isEmpty();
        page.context().close();
    }

    /** Ours above; Camunda's own notice stays below, as its licence wants it. */
    @Test
    void theFourApplicationsBearOurNameAndMarkAndKeepCamundasNotice() {
        Page page = administrator();
        for (String application : List.of("welcome", "admin", "cockpit", "tasklist")) {
            open(page, application, "/", "name");
            page.locator(".brand-logo").first().waitFor();
            assertThat(page.title()).as(application).contains("Nếp Sống").doesNotContain("Camunda");
            assertThat(page.locator("[cam-widget-header]").innerText())
                    .as(application)
                    .contains("Nếp Sống")
                    .doesNotContain("Camunda");
            assertThat(page.locator(".brand-logo").first().evaluate("it => getComputedStyle(it).backgroundImage"))
                    .asString()
                    .as(application)
                    .contains("/img/logo.svg");
            assertThat(page.locator("[cam-widget-footer]").innerText())
                    .as(application)
                    .contains("Camunda Platform");
        }
        assertThat(page.locator("[cam-widget-header] a[href='/guide']").innerText())
                .contains("Hướng dẫn");
        assertThat(page.locator("[cam-widget-header] a[href='/done']:visible").count())
                .as("an administrator completes nothing")
                .isZero();
        page.context().close();
    }

    /** Words and dates, those of Tasklist's cards too. */
    @Test
    void theBrowsersLanguageDecidesAndWhoSpeaksNoneOfOursReadsVietnamese() {
        Page french = somebody("admin", "fr-FR");
        french.navigate(base() + "/camunda/app/admin/default/#/users");
        Locator users = french.locator("[cam-widget-header] a[href='#/users']");
        users.waitFor();
        assertThat(users.innerText()).contains("Người dùng");
        french.context().close();

        Page english = somebody("qcaugiayCoordinator", "en-GB");
        english.locator(".task-filter h4 a").nth(1).click();
        Locator card = english.locator(".tasks-list li.task").first();
        card.waitFor();
        assertThat(card.innerText()).contains("Due in ", "Created ").doesNotContain("trước", "nữa");
        english.context().close();
    }

    /** Whatever is shown of a day, on whichever tab. */
    private static void datesAreVietnamese(Page page) {
        assertThat(page.locator("body").innerText()).doesNotContainPattern("\\d{4}-\\d{2}-\\d{2}T");
    }

    private Page administrator() {
        Page page = somebody("admin", "vi-VN");
        page.onResponse(response -> {
            if (response.status() >= 400 && response.url().contains("/camunda/")) {
                refused.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    private Page somebody(String person, String language) {
        Page page = chromium.newPerson(1366, 900, language);
        page.navigate(base() + "/login");
        page.locator("button.person[value=" + person + "]").dispatchEvent("click");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private void open(Page page, String application, String place, String picture) {
        page.navigate("about:blank");
        Traffic.after(page, () -> {
            page.navigate(base() + "/camunda/app/" + application + "/default/#" + place);
            page.locator(".account .dropdown-toggle").waitFor();
        });
        Picture.ofWindow(page, SCREENSHOTS.resolve(application + "-" + picture + ".png"));
    }

    private static void everyTab(Page page, String picture) {
        List<Locator> tabs = page.locator(".nav-tabs a:visible").all();
        assertThat(tabs).isNotEmpty();
        int at = 0;
        for (Locator tab : tabs) {
            Traffic.after(page, tab::click);
            datesAreVietnamese(page);
            Picture.ofWindow(page, SCREENSHOTS.resolve(picture + "-tab-" + at++ + ".png"));
        }
    }

    /** It is there, as Camunda draws it, and nobody sees it. */
    private static void hidden(Page page, String selector) {
        assertThat(page.locator(selector).count()).as(selector).isPositive();
        assertThat(page.locator(selector + ":visible").count()).as(selector).isZero();
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
