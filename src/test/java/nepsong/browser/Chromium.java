package nepsong.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium: the one that the machine has, else Debian's package, else one that Playwright fetches. A machine
 * where none can be had fails the test; it is never skipped. One runs for all tests of a process; each has people of
 * its own in it.
 */
final class Chromium implements AutoCloseable {

    /** First the build that has no windows: the same engine, and none of the browser around it to be paid for. */
    private static final List<String> PACKAGES = List.of("chromium-headless-shell", "chromium");

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    private static final String SKIP_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";
    private static final Path LOG = Path.of("target", "chromium.log");
    private static final Path TURN = Path.of("target", "chromium.lock");
    private static final int INSTALL_MINUTES = 15;

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
        Optional<Path> program = onThePath().or(Chromium::installed);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(SKIP_DOWNLOAD, "1")));
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
    public void close() {
        people.forEach(BrowserContext::close);
    }

    private static Optional<Path> onThePath() {
        return find(NAMES);
    }

    private static Optional<Path> find(List<String> programs) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> programs.stream().map(program -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One at a time, for tests run in several processes. Empty where Playwright knows its own. */
    private static Optional<Path> installed() {
        try {
            Files.createDirectories(LOG.getParent());
            try (FileChannel turn = FileChannel.open(TURN, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ours = turn.lock()) {
                Optional<Path> program = onThePath().or(Chromium::asPackage);
                if (program.isEmpty()) {
                    download();
                }
                return program;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<Path> asPackage() {
        if (!"root".equals(System.getProperty("user.name"))
                || find(List.of("apt-get")).isEmpty()) {
            return Optional.empty();
        }
        boolean installed = run(List.of("apt-get", "update"))
                && PACKAGES.stream().anyMatch(one -> run(List.of("apt-get", "install", "-y", one, "fonts-noto-core")));
        return installed ? onThePath() : Optional.empty();
    }

    private static void download() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> install =
                List.of(java, "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium");
        if (!run(install)) {
            throw new AssertionError("no Chromium on the PATH, and none could be installed; see " + LOG);
        }
    }

    private static boolean run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
            builder.environment().remove(SKIP_DOWNLOAD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
