package nepsong.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The inboxes at the left of Tasklist, and the tabs of a task. */
final class Inboxes {

    private Inboxes() {}

    static void choose(Page page, String inbox) {
        named(page, inbox).click();
    }

    /** The number beside its name. */
    static String count(Page page, String inbox) {
        return String.valueOf(named(page, inbox).getAttribute("data-count"));
    }

    private static Locator named(Page page, String inbox) {
        return page.locator(".task-filter h4 a").filter(new Locator.FilterOptions().setHasText(inbox));
    }

    static void tab(Page page, String name) {
        page.locator(".task-card .nav-tabs a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
    }
}
