package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An impatient hand on a page of ours. */
@InTasklist
class DoubleClickBrowserTest {

    @LocalServerPort
    int port;

    @RegisterExtension
    final Chromium chromium = Chromium.launch();

    @Test
    void whoeverClicksTwiceSendsOnceAndMaySendAgainAfterTheAnswer() {
        String base = "http://127.0.0.1:" + port;
        Page page = new PageReview(chromium, base, Path.of("target", "screenshots", "personal")).logIn("member4", 1280);
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.method().equals("POST")) {
                sent.add(request.url());
            }
        });
        for (int time = 1; time <= 2; time++) {
            page.navigate(base + "/preferences");
            page.locator("main button[type=submit]").dblclick();
            page.locator("main .notice.good").waitFor();
            assertThat(sent).hasSize(time).containsOnly(base + "/preferences");
        }
    }
}
