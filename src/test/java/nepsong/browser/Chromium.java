package nepsong.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real Chromium: the one that the machine has, else Debian's package, else one that Playwright fetches. A machine
 * where none can be had fails the test; it is never skipped. One runs for all tests of a process; each has people of
 * its own in it, and as an extension lets them go after each.
 */
final class Chromium implements AutoCloseable, AfterEachCallback {

    /**
     * The address line's suggestions are pages, which each window would load unseen; and what Playwright leaves out,
     * since this list takes the place of its own.
     */
    private static final List<String> OF_NO_USE = List.of(
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup",
            "PreloadTopChromeWebUI",
            "SpareRendererForSitePerProcess",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "DestroyProfileOnBrowserClose",
            "HttpsUpgrades",
            "HttpsFirstBalancedModeAutoEnable",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "OptimizationHints");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-features=" + String.join(",", OF_NO_USE));

    private static Browser running;

    private final Browser browser;
    private final List<BrowserContext> people = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    static Chromium launch() {
        if (running == null) {
            running = start();
        }
        return new Chromium(running);
    }

    /** It ends with the process. */
    private static Browser start() {
        Optional<Path> program = ChromiumInstallation.find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of(ChromiumInstallation.SKIP_DOWNLOAD, "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        program.ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    /** A browser of somebody's own: no cookies are shared with anybody else's. */
    Page newPerson(int width, int height) {
        return newPerson(width, height, "vi-VN");
    }

    /** @param language that the browser prefers */
    Page newPerson(int width, int height, String language) {
        return newPerson(machine(width, height).setLocale(language));
    }

    /** Somebody whose browser obeys no policy of the pages it shows: what keeps them safe must be the pages. */
    Page newPersonWithoutPolicies(int width, int height) {
        return newPerson(machine(width, height).setBypassCSP(true));
    }

    private static Browser.NewContextOptions machine(int width, int height) {
        return new Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setViewportSize(width, height);
    }

    private Page newPerson(Browser.NewContextOptions machine) {
        BrowserContext person = browser.newContext(machine);
        people.add(person);
        return person.newPage();
    }

    /** As the machine does when it runs out of memory: nothing of the browser learns of it before. */
    void kill() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains("chrom"))
                .forEach(ProcessHandle::destroyForcibly);
        people.clear();
        running = null;
    }

    /** Those who came in leave. */
    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }
}
