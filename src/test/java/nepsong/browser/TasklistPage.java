package nepsong.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.organisation.Demonstration;

/** One person at work in Tasklist, with mouse and keyboard. */
final class TasklistPage {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String FORM = ".fjs-form";
    private static final String BUTTON = FORM + " .fjs-button[type=submit]";
    private static final String NOTHING = "about:blank";
    private static final String START = "Khởi tạo quy trình";
    /** For machines with much else to do. */
    private static final int PATIENCE_MILLIS = 120_000;

    private static final int A_WHILE_MILLIS = 20_000;
    private static final int MOST_RELOADS = 4;

    private final Page page;
    private final String base;
    private final FormInWindow window;
    private final AtomicInteger answer = new AtomicInteger();

    private TasklistPage(Page page, String base, int width) {
        this.page = page;
        this.base = base;
        this.window = new FormInWindow(page, width);
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onResponse(response -> {
            if (response.url().endsWith("/submit-form")) {
                answer.set(response.status());
            }
        });
    }

    /** Logs in at the application's own login page and waits for the inbox, where people land. */
    static TasklistPage of(Chromium chromium, String base, String person, int width) {
        TasklistPage tasklist = new TasklistPage(chromium.newPerson(width, FormInWindow.USUAL_HEIGHT), base, width);
        tasklist.logIn(person);
        return tasklist;
    }

    private void logIn(String person) {
        page.navigate(base + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(Demonstration.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        awaitOrReload(page.getByText(START).first());
    }

    /** Somebody else sits down at the same machine, on which nobody is logged in any more. */
    void leaveTo(String person) {
        rest();
        page.context().clearCookies();
        logIn(person);
    }

    Page page() {
        return page;
    }

    /** Nothing is open that would ask the server now and then. */
    void rest() {
        if (!page.url().equals(NOTHING)) {
            page.navigate(NOTHING);
        }
    }

    /** The task and its form, as the link in the mail opens it. */
    void open(String task) {
        open(page, base, task);
        awaitOrReload(page.locator(BUTTON).first());
    }

    /** Within the application where it is loaded already: from no task to this one. */
    static void open(Page page, String base, String task) {
        if (page.url().contains(TASKLIST)) {
            page.evaluate("() => { location.hash = '#/'; }");
            page.locator(FORM).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.evaluate("task => { location.hash = '#/?task=' + task; }", task);
        } else {
            page.navigate(base + TASKLIST + "#/?task=" + task);
        }
    }

    /** Tasklist now and then stays with its spinner; people press F5. */
    private void awaitOrReload(Locator sign) {
        for (int reload = 0; reload < MOST_RELOADS; reload++) {
            try {
                sign.waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(A_WHILE_MILLIS));
                return;
            } catch (TimeoutError stuck) {
                page.reload();
            }
        }
        sign.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Takes the task where it is still the group's. */
    void claim() {
        Locator claim = page.locator("button.claim");
        Locator mine = page.locator("button.unclaim");
        claim.or(mine).first().waitFor();
        if (claim.isVisible()) {
            claim.click();
        }
        mine.waitFor();
        page.locator(BUTTON + ":enabled").waitFor();
    }

    void release() {
        page.locator("button.unclaim").click();
        page.locator("button.claim").waitFor();
    }

    /** From the inbox, where people land after logging in: opens the dialogue for new processes and picks one. */
    void chooseProcess(String name) {
        page.getByText(START).first().click();
        page.locator(".modal-dialog").getByText(name).first().click();
        page.locator(BUTTON).waitFor();
    }

    /** Until the field holds exactly these. */
    void chooseTags(String label, List<String> wanted) {
        new Tags(page, label).choose(wanted);
    }

    void fillWhatIsRequired() {
        new RequiredFields(page, false).fill();
    }

    /** With full marks, all at once, where a score is asked for. */
    void fillWhatIsRequiredInHaste() {
        new RequiredFields(page, true).fill();
    }

    /**
     * Presses the form's own button and waits for what comes of it.
     *
     * @return true when the task was taken; otherwise {@link #errors} or {@link #notice} say why not
     */
    boolean submit() {
        answer.set(0);
        // A list of choices that still hangs open would catch the click.
        page.locator(".fjs-form h2").first().click();
        page.locator(BUTTON).click();
        page.waitForCondition(() -> answer.get() != 0 || !errors().isEmpty());
        return answer.get() >= 200 && answer.get() < 300;
    }

    /** What the fields complain about. */
    List<String> errors() {
        return page.locator(".fjs-form-field-error").allInnerTexts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What the application says at the edge of the page; waits for it. */
    String notice() {
        Locator alert = page.locator(".page-notifications .alert").last();
        alert.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return alert.innerText();
    }

    boolean isOpen() {
        return page.locator(BUTTON).isVisible();
    }

    /** The whole form, however long it is. */
    void screenshot(Path file) {
        window.screenshot(file);
    }

    FormInWindow window() {
        return window;
    }
}
