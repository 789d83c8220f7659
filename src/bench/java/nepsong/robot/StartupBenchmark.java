package nepsong.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nepsong.bench.Results;
import org.junit.jupiter.api.Test;

/**
 * The packaged application on a new database, started as the README says for a small machine: unpacked, with the classes of
 * an earlier start archived and 256 MB of heap. Healthy within ten seconds on an idle machine, and at most 450 MB resident
 * after a cycle of 22 units through its web interface. The jar as it comes is started too, for comparison.
 * {@code -Dbench.cycle=false} leaves the cycle out.
 */
class StartupBenchmark {

    private static final double GOAL_SECONDS = 10;
    private static final double GOAL_MEGABYTES = 450;
    /** The README's; for trying others: {@code -Dbench.jvm=-XX:+UseG1GC}, several with spaces. */
    private static final List<String> SMALL = Stream.of(System.getProperty(
                            "bench.jvm",
                            "-Xms144m -Xmn36m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                    .split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    private static final Duration MOST = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "nep-song.jar");
    private static final Path PLACE = Path.of("target", "bench");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** A server that answers, and how long that took. */
    private record Started(Process process, int port, double seconds) {}

    @Test
    void itStartsAndPlaysACycle() throws IOException, InterruptedException {
        assertThat(JAR).as("made by the package phase").exists();
        Files.createDirectories(PLACE);
        Path unpacked = Files.createTempDirectory(PLACE, "unpacked");
        Path archive = unpacked.resolve("nep-song.jsa").toAbsolutePath();
        Path jar = unpacked.resolve("nep-song.jar");
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("options", "MALLOC_ARENA_MAX=2 -Xmx256m " + String.join(" ", SMALL));
        found.put("goalSeconds", GOAL_SECONDS);
        found.put("goalMegabytes", GOAL_MEGABYTES);

        Started asItComes = start(JAR, List.of());
        stop(asItComes.process());
        found.put("secondsToHealthAsItComes", asItComes.seconds());
        unpack(unpacked);
        stop(start(jar, List.of("-XX:ArchiveClassesAtExit=" + archive)).process());
        Started started = start(jar, List.of("-XX:SharedArchiveFile=" + archive));
        try {
            found.put("secondsToHealth", started.seconds());
            found.put("startReached", started.seconds() <= GOAL_SECONDS);
            double resident = resident(started.process());
            found.put("megabytesAfterStart", resident);
            System.out.printf(
                    Locale.ROOT,
                    "%nhealthy after %.1f s (the jar as it comes: %.1f s), %.0f MB resident%n",
                    started.seconds(),
                    asItComes.seconds(),
                    resident);
            if (!"false".equals(System.getProperty("bench.cycle"))) {
                int tasks = new RemoteRobot("http://127.0.0.1:" + started.port()).playCycle();
                resident = resident(started.process());
                found.put("tasksOfTheCycle", tasks);
                found.put("megabytesAfterCycle", resident);
                System.out.printf(Locale.ROOT, "after a cycle of %d tasks %.0f MB resident%n", tasks, resident);
            }
            found.put("memoryReached", resident <= GOAL_MEGABYTES);
            Results.write("startup", found);
        } finally {
            stop(started.process());
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void unpack(Path where) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        "" + where)
                .redirectErrorStream(true)
                .redirectOutput(PLACE.resolve("unpack.log").toFile())
                .start();
        assertThat(process.waitFor()).as("see target/bench/unpack.log").isZero();
    }

    /** On a database of its own. */
    private Started start(Path jar, List<String> archiving) throws IOException, InterruptedException {
        int port = freePort();
        Path data = Files.createTempDirectory(PLACE, "startup");
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m"));
        command.addAll(SMALL);
        command.addAll(archiving);
        command.addAll(List.of(
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:"
                        + data.resolve("nepsong").toAbsolutePath() + ";LOCK_TIMEOUT=10000"));
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(PLACE.resolve("startup.log").toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        try {
            awaitHealth(process, port);
            return new Started(process, port, (System.nanoTime() - start) / 1e9);
        } catch (InterruptedException | AssertionError failed) {
            stop(process);
            throw failed;
        }
    }

    /** As an operator does, so that what is to be written at the end is written. */
    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void awaitHealth(Process process, int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + MOST.toNanos();
        while (System.nanoTime() < end) {
            assertThat(process.isAlive()).as("see target/bench/startup.log").isTrue();
            try {
                if (http.send(request, BodyHandlers.ofString()).body().contains("\"UP\"")) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet; asked again below.
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not healthy after " + MOST + ", see target/bench/startup.log");
    }

    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
