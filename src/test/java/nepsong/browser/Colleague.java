package nepsong.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import nepsong.organisation.Demonstration;

/** Somebody at a browser, with a witness beside them. */
final class Colleague {

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 900;
    private static final int PATIENCE_MILLIS = 120_000;

    private final Witness witness;
    private final Page page;
    private final String base;

    private Colleague(Page page, String base) {
        this.witness = new Witness(page);
        this.page = page;
        this.base = base;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
    }

    static Colleague withoutPolicies(Chromium chromium, String base) {
        return new Colleague(chromium.newPersonWithoutPolicies(WIDTH, HEIGHT), base);
    }

    static Colleague at(Chromium chromium, String base) {
        return new Colleague(chromium.newPerson(WIDTH, HEIGHT), base);
    }

    Witness witness() {
        return witness;
    }

    Page page() {
        return page;
    }

    void logsIn(String person) {
        page.context().clearCookies();
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("#login button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** @return what the page says */
    String sees(String path) {
        page.navigate(base + path);
        witness.look();
        return page.locator("body").innerText();
    }

    /** @return what the form says and its fields hold */
    String opensTask(String task) {
        TasklistPage.open(page, base, task);
        page.locator(".fjs-form .fjs-button[type=submit]")
                .last()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        witness.look();
        return (String) page.locator(".fjs-form")
                .evaluate("form => [form.innerText, ...[...form.querySelectorAll('input, textarea')]"
                        + ".map(field => field.value)].join('\\n')");
    }

    String session() {
        return page.context().cookies(base).stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow()
                .value;
    }
}
