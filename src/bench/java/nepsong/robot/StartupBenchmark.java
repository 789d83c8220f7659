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
 * The packaged application with 256 MB of heap on a new database: healthy within ten seconds on an idle machine, and at
 * most 450 MB resident after a cycle of 22 units through its web interface. {@code -Dbench.cycle=false} leaves the cycle out.
 */
class StartupBenchmark {

    private static final double GOAL_SECONDS = 10;
    private static final double GOAL_MEGABYTES = 450;
    /** For trying others than the usual: {@code -Dbench.jvm=-XX:+UseSerialGC}, several with spaces. */
    private static final List<String> MORE_OPTIONS = Stream.of(
                    System.getProperty("bench.jvm", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    private static final Duration MOST = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target", "nep-song.jar");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @Test
    void theJarStartsAndPlaysACycle() throws IOException, InterruptedException {
        assertThat(JAR).as("made by the package phase").exists();
        Path place = Files.createDirectories(Path.of("target", "bench"));
        Path data = Files.createTempDirectory(place, "startup");
        int port = freePort();
        long start = System.nanoTime();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(MORE_OPTIONS);
        command.addAll(List.of(
                "-jar",
                JAR.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:"
                        + data.resolve("nepsong").toAbsolutePath() + ";LOCK_TIMEOUT=10000"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("startup.log").toFile())
                .start();
        try {
            Map<String, Object> found = new LinkedHashMap<>();
            awaitHealth(process, port);
            double seconds = (System.nanoTime() - start) / 1e9;
            found.put("options", "-Xmx256m " + String.join(" ", MORE_OPTIONS));
            found.put("goalSeconds", GOAL_SECONDS);
            found.put("secondsToHealth", seconds);
            found.put("startReached", seconds <= GOAL_SECONDS);
            double resident = resident(process);
            found.put("goalMegabytes", GOAL_MEGABYTES);
            found.put("megabytesAfterStart", resident);
            System.out.printf(Locale.ROOT, "%nhealthy after %.1f s, %.0f MB resident%n", seconds, resident);
            if (!"false".equals(System.getProperty("bench.cycle"))) {
                int tasks = new RemoteRobot("http://127.0.0.1:" + port).playCycle();
                resident = resident(process);
                found.put("tasksOfTheCycle", tasks);
                found.put("megabytesAfterCycle", resident);
                System.out.printf(Locale.ROOT, "after a cycle of %d tasks %.0f MB resident%n", tasks, resident);
            }
            found.put("memoryReached", resident <= GOAL_MEGABYTES);
            Results.write("startup", found);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
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
