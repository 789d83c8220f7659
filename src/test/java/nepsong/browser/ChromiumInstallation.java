package nepsong.browser;

import com.microsoft.playwright.CLI;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds the machine's Chromium, and has one installed where there is none. */
final class ChromiumInstallation {

    static final String SKIP_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";

    /** First the build that has no windows: the same engine, and none of the browser around it to be paid for. */
    private static final List<String> PACKAGES = List.of("chromium-headless-shell", "chromium");

    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");
    private static final Path LOG = Path.of("target", "chromium.log");
    private static final Path TURN = Path.of("target", "chromium.lock");
    private static final int INSTALL_MINUTES = 15;

    private ChromiumInstallation() {}

    /** Empty where Playwright has fetched one, which it finds by itself. */
    static Optional<Path> find() {
        return onThePath().or(ChromiumInstallation::installed);
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
                Optional<Path> program = onThePath().or(ChromiumInstallation::asPackage);
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
