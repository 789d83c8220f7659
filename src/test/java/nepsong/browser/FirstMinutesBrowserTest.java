package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nepsong.organisation.Demonstration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody sees who has never been here before: the login, the front door, the guide. */
@InTasklist
class FirstMinutesBrowserTest {

    private static final Path PICTURES = Path.of("target", "screenshots", "first-minutes");

    private static final List<String> ONE_OF_EACH_ROLE = List.of(
            "office",
            "director",
            "cityLeader",
            "headOfTeam",
            "secretary",
            "member1",
            "appraiser1",
            "awardOffice",
            "council1",
            "qbadinhCoordinator",
            "qbadinhHead",
            "qbadinhInspector",
            "manager",
            "admin");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");
    /** Camunda's own, files, and what would end or change the visit. */
    private static final Pattern NOT_A_PAGE_OF_OURS =
            Pattern.compile("/camunda/|/logout|/api/|/(csv|xlsx|pdf)\\b|\\.ics");

    private static final int MOST_PAGES = 40;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void aBrowserIsStarted() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        chromium.close();
    }

    @Test
    void theLoginSaysWhatThisIsAndIsShortOnATelephone() {
        Page page = open(360, "/login");

        assertThat(page.locator(".about").innerText()).contains("hai Bộ Quy tắc ứng xử");
        assertThat(page.locator(".about").innerText().split("\\. ")).hasSize(2);
        assertThat(page.locator("details.unit").count()).isEqualTo(22);
        assertThat(page.locator("details.unit").first().isVisible()).isFalse();
        assertThat(((Number) page.evaluate("() => document.body.scrollHeight")).intValue())
                .isLessThan(2000);
        picture(page, "login-360");
        page.context().close();
    }

    @Test
    void aClickOnAPersonLogsIn() {
        Page page = open(1366, "/login");
        assertThat(page.locator("button.person").count())
                .isEqualTo(Demonstration.central().size() + 3 * 22);
        page.locator("button.person[value=manager]").click();
        page.waitForURL(url -> url.contains("/progress"));
        page.context().close();
    }

    @Test
    void aUnitIsFoundByItsNameWithoutDiacritics() {
        Page page = open(360, "/login");
        page.locator("details.units > summary").click();
        page.locator("#unit-filter").fill("ba dinh");

        assertThat(page.locator("details.unit:not([hidden])").allInnerTexts())
                .singleElement()
                .asString()
                .contains("Quận Ba Đình", "qbadinhHead");
        page.locator("button.person[value=qbadinhHead]").click();
        page.waitForURL(url -> url.contains("/tasklist/"));
        page.context().close();
    }

    /** The policy of the page runs no script but its own, so the list must not need one. */
    @Test
    void thePeopleAreButtonsOfAnOrdinaryForm() {
        Page page = open(1366, "/login");
        Locator form = page.locator("aside form");
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.locator("input[type=hidden]").getAttribute("value")).isNotBlank();
        assertThat(page.evaluate("() => [...document.querySelectorAll('button.person')]"
                        + ".every(one => one.type === 'submit' && one.name === 'username')"))
                .isEqualTo(true);
        page.context().close();
    }

    @Test
    void theFrontDoorLeadsEachRoleToItsWorkWithThreeLines() {
        for (String person : ONE_OF_EACH_ROLE) {
            Page page = open(360, "/login");
            logIn(page, person);
            page.navigate(base() + "/");

            assertThat(page.locator("main .card").count()).as(person).isEqualTo(1);
            assertThat(page.locator("main .card li").count()).as(person).isEqualTo(3);
            String leads = page.locator("#start").getAttribute("href");
            assertThat(leads)
                    .as(person)
                    .isEqualTo(
                            switch (person) {
                                case "manager" -> "/progress";
                                case "admin" -> "/camunda/app/welcome/default/";
                                default -> "/camunda/app/tasklist/default/";
                            });
            assertThat(PageReview.tooWide(page)).as(person).isEmpty();
            if (person.equals("office")) {
                assertThat(Axe.barriers(page)).isEmpty();
            }
            page.context().close();
        }
    }

    @Test
    void noLinkLeadsWhereItsReaderMayNotGo() {
        for (String person : ONE_OF_EACH_ROLE) {
            Page page = open(1366, "/login");
            logIn(page, person);
            Deque<String> waiting = new ArrayDeque<>(List.of("/"));
            Set<String> seen = new LinkedHashSet<>(waiting);
            while (!waiting.isEmpty()) {
                String path = waiting.removeFirst();
                APIResponse answer = page.request().get(base() + path);
                assertThat(answer.status()).as("%s at %s", person, path).isLessThan(400);
                LINK.matcher(answer.text())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(link -> !NOT_A_PAGE_OF_OURS.matcher(link).find())
                        .filter(link -> seen.size() < MOST_PAGES && seen.add(link))
                        .forEach(waiting::add);
            }
            assertThat(seen).as(person).hasSizeGreaterThan(15);
            page.context().close();
        }
    }

    @Test
    void everyRoleHasAPageOfTheGuideWithPicturesThatKeepTheirPlace() {
        Page page = open(360, "/login");
        logIn(page, "office");
        page.navigate(base() + "/guide/council");
        List<String> roles = page.locator(".roles a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(roles).hasSize(14);
        for (String role : roles) {
            page.navigate(base() + role);
            assertThat(page.locator(".shots figure").count()).as(role).isPositive();
            assertThat(page.locator("main ol li").count()).as(role).isGreaterThanOrEqualTo(3);
            page.evaluate("() => document.querySelectorAll('img').forEach(one => one.loading = 'eager')");
            page.waitForFunction("() => [...document.images].every(one => one.complete)");
            assertThat((List<?>) page.evaluate("() => [...document.querySelectorAll('.shots img')]"
                            + ".filter(one => one.naturalWidth !== one.width && one.naturalWidth !== +one.getAttribute('width')"
                            + " || one.naturalHeight !== +one.getAttribute('height')).map(one => one.src)"))
                    .as(role)
                    .isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(role)
                    .isEqualTo(true);
        }
        page.context().close();
    }

    private Page open(int width, String path) {
        Page page = chromium.newPerson(width, width > 700 ? 900 : 740);
        page.setDefaultTimeout(60_000);
        page.navigate(base() + path);
        return page;
    }

    /** Without waiting for Tasklist to draw itself. */
    private void logIn(Page page, String person) {
        page.request()
                .post(
                        base() + "/login",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("username", person)
                                        .set("password", Demonstration.PASSWORD)
                                        .set(
                                                "_csrf",
                                                page.locator("#login input[name=_csrf]")
                                                        .getAttribute("value"))));
    }

    private static void picture(Page page, String name) {
        Picture.ofAll(page, PICTURES.resolve(name + ".png"));
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
