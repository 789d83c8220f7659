package nepsong.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Demonstration;

/** Looks at pages as a person on a screen and on a telephone: takes pictures and notes every barrier. */
final class PageReview {

    static final int[] WIDTHS = {1366, 360};
    private static final int PATIENCE_MILLIS = 60_000;

    /** Cumulative layout shift, as browsers measure it: up to a tenth nobody minds. */
    private static final double MOST_JUMPING = 0.1;

    private static final String WATCH_JUMPS =
            """
            window.jumped = 0;
            new PerformanceObserver(list => list.getEntries().filter(one => !one.hadRecentInput)
                .forEach(one => window.jumped += one.value)).observe({ type: 'layout-shift', buffered: true });
            """;

    private final Chromium chromium;
    private final String base;
    private final Path pictures;

    PageReview(Chromium chromium, String base, Path pictures) {
        this.chromium = chromium;
        this.base = base;
        this.pictures = pictures;
    }

    /** @param pages paths by the name of their picture */
    void look(String person, Map<String, String> pages, Map<String, List<String>> barriers) {
        for (int width : WIDTHS) {
            Page page = logIn(person, width);
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.addInitScript(WATCH_JUMPS);
            pages.forEach((name, path) -> {
                page.navigate(base + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(pictures.resolve(name + "-" + width + ".png"))
                        .setFullPage(true));
                List<String> found = new ArrayList<>(Axe.barriers(page));
                found.addAll(errors);
                double jumped = ((Number) page.evaluate("() => window.jumped")).doubleValue();
                if (jumped >= MOST_JUMPING) {
                    found.add("jumps while it loads: " + jumped);
                }
                tooWide(page).forEach(element -> found.add("wider than the screen: " + element));
                barriers.put(name + "-" + width, found);
                errors.clear();
            });
            page.context().close();
        }
    }

    /** Contrast is another matter in dark colours. */
    void lookInTheDark(String person, List<String> paths, Map<String, List<String>> barriers) {
        Page page = logIn(person, WIDTHS[1]);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String path : paths) {
            page.navigate(base + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            barriers.put("dark " + path, Axe.barriers(page));
        }
        page.context().close();
    }

    Page logIn(String person, int width) {
        Page page = chromium.newPerson(width, width > 700 ? 900 : 740);
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> tooWide(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                () => document.documentElement.scrollWidth <= window.innerWidth + 1 ? [] :
                    [...document.querySelectorAll('body *')]
                        .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
                        .map(one => one.outerHTML.slice(0, 120))
                        .slice(0, 20)
                """);
    }
}
