package nepsong.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nepsong.organisation.Demonstration;

/**
 * Looks at pages as a person on a screen and on a telephone, where in the dark and in English too: takes pictures and
 * notes every barrier.
 */
final class PageReview {

    private static final int SCREEN = 1366;
    private static final int TELEPHONE = 360;
    static final int[] WIDTHS = {SCREEN, TELEPHONE};
    private static final int PATIENCE_MILLIS = 60_000;

    /** Cumulative layout shift, as browsers measure it: up to a tenth nobody minds. */
    private static final double MOST_JUMPING = 0.1;

    private static final String WATCH_JUMPS =
            """
            window.jumped = 0;
            new PerformanceObserver(list => list.getEntries().filter(one => !one.hadRecentInput)
                .forEach(one => window.jumped += one.value)).observe({ type: 'layout-shift', buffered: true });
            """;

    /** Fonts are there, and what scripts draw when the page has loaded has been drawn twice. */
    private static final String DRAWN =
            """
            async () => {
                await document.fonts.ready;
                for (let frame = 0; frame < 2; frame += 1) { await new Promise(requestAnimationFrame); }
            }
            """;

    private final Chromium chromium;
    private final String base;
    private final Path pictures;

    PageReview(Chromium chromium, String base, Path pictures) {
        this.chromium = chromium;
        this.base = base;
        this.pictures = pictures;
    }

    static final String NOBODY = "";

    /** All of them in the dark and in English too. */
    void look(String person, Map<String, String> pages, Map<String, List<String>> barriers) {
        look(person, pages, barriers, name -> true);
    }

    /**
     * Each page is loaded on a telephone and then widened; those that are looked at fully are loaded on a screen as well.
     *
     * @param person nobody is logged in where it is {@link #NOBODY}
     * @param pages  paths by the name of their picture
     * @param fully  which of them are looked at in the dark and in English too: one of each kind is enough
     */
    void look(String person, Map<String, String> pages, Map<String, List<String>> barriers, Predicate<String> fully) {
        Page page = logIn(person, TELEPHONE);
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        page.addInitScript(WATCH_JUMPS);
        pages.forEach((name, path) -> {
            width(page, TELEPHONE);
            List<String> narrow = loaded(page, name + "-" + TELEPHONE, path);
            narrow.addAll(Axe.barriers(page));
            barriers.put(name + "-" + TELEPHONE, narrow);
            if (fully.test(name)) {
                barriers.put(name + "-dark", inTheDark(page));
            }
            width(page, SCREEN);
            List<String> wide = new ArrayList<>();
            if (fully.test(name)) {
                wide.addAll(loaded(page, name + "-" + SCREEN, path));
                wide.addAll(Axe.barriers(page));
            } else {
                wide.addAll(seen(page, name + "-" + SCREEN));
            }
            wide.addAll(errors);
            barriers.put(name + "-" + SCREEN, wide);
            errors.clear();
        });
        width(page, TELEPHONE);
        page.context().addCookies(List.of(new Cookie("language", "en").setUrl(base)));
        pages.forEach((name, path) -> {
            if (fully.test(name)) {
                barriers.put(name + "-en", inEnglish(page, name, path));
            }
        });
        page.context().close();
    }

    private static void width(Page page, int width) {
        page.setViewportSize(width, height(width));
    }

    private static int height(int width) {
        return width > 700 ? 900 : 740;
    }

    private List<String> loaded(Page page, String name, String path) {
        page.navigate(base + path);
        List<String> found = seen(page, name);
        double jumped = ((Number) page.evaluate("() => window.jumped")).doubleValue();
        if (jumped >= MOST_JUMPING) {
            found.add("jumps while it loads: " + jumped);
        }
        return found;
    }

    private List<String> seen(Page page, String name) {
        page.evaluate(DRAWN);
        if (page.locator("#counts li").count() > 0) {
            page.locator(".activity-counts").first().waitFor();
        }
        Picture.ofAll(page, pictures.resolve(name + ".png"));
        List<String> found = new ArrayList<>();
        tooWide(page).forEach(element -> found.add("wider than the screen: " + element));
        return found;
    }

    /** Other words are as long as they are; what they stand in was judged in Vietnamese. */
    private List<String> inEnglish(Page page, String name, String path) {
        page.navigate(base + path);
        Picture.ofAll(page, pictures.resolve(name + "-en.png"));
        return tooWide(page).stream()
                .map(element -> "wider than the screen: " + element)
                .toList();
    }

    /** Contrast is another matter in dark colours. */
    private static List<String> inTheDark(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> found = Axe.contrast(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return found;
    }

    Page logIn(String person, int width) {
        Page page = chromium.newPerson(width, height(width));
        page.setDefaultTimeout(PATIENCE_MILLIS);
        if (person.equals(NOBODY)) {
            return page;
        }
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    @SuppressWarnings("unchecked")
    static List<String> tooWide(Page page) {
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
