package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What another site, or who has got hold of a session, can do with somebody's browser: nothing. */
@InTasklist
class OtherSitesBrowserTest {

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private String base;
    private Colleague colleague;
    private Page page;

    @BeforeEach
    void somebodySitsDown() {
        base = "http://127.0.0.1:" + port;
        chromium = Chromium.launch();
        colleague = Colleague.withoutPolicies(chromium, base);
        page = colleague.page();
    }

    @AfterEach
    void theyLeave() {
        chromium.close();
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
}
