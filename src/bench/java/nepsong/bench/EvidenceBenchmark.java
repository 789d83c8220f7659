package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nepsong.Desk;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.evidence.HeapWatch;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/**
 * Ten files of 20 MB are uploaded at once, over HTTP, to be checked and stored: how long it takes, and, another time, by how
 * much the heap that lives grows meanwhile. The goal is less than 64 MB, with either store.
 */
class EvidenceBenchmark {

    private static final int UPLOADS = 10;
    private static final int SIZE = (20 << 20) - 1024;
    private static final long MOST_HEAP = 64L << 20;
    private static final List<String> UNITS = List.of("q-ba-dinh", "q-tay-ho");

    @TempDir
    Path folder;

    @Test
    void tenLargeFilesAtOnceInTheDatabaseOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, Object> settings = new HashMap<>();
            settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
            settings.put("spring.datasource.username", "postgres");
            settings.put("spring.datasource.password", "postgres");
            assertThat(grownBy("postgres", settings)).as("bytes that live more").isLessThan(MOST_HEAP);
        }
    }

    @Test
    void tenLargeFilesAtOnceInAFolder() throws Exception {
        Map<String, Object> settings = h2();
        settings.put("nepsong.evidence.store", "folder");
        settings.put("nepsong.evidence.folder", folder.resolve("kept").toString());
        assertThat(grownBy("folder", settings)).as("bytes that live more").isLessThan(MOST_HEAP);
    }

    @Test
    void tenLargeFilesAtOnceInTheDatabaseOnH2() throws Exception {
        assertThat(grownBy("h2", h2())).as("bytes that live more").isLessThan(MOST_HEAP);
    }

    /** As the application's own settings have it: H2's cache else takes a share of the heap. */
    private Map<String, Object> h2() {
        return new HashMap<>(Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("db") + ";LOCK_TIMEOUT=20000;CACHE_SIZE=16384"));
    }

    private long grownBy(String name, Map<String, Object> settings) throws Exception {
        try (Application application = Application.start(settings)) {
            List<String> tasks = tasks(application);
            atOnce(application, tasks.get(0), 0, UPLOADS);
            long begun = System.nanoTime();
            List<Long> each = atOnce(application, tasks.get(1), UPLOADS, UPLOADS);
            long all = (System.nanoTime() - begun) / 1_000_000;
            try (HeapWatch heap = HeapWatch.start(Duration.ofSeconds(1))) {
                atOnce(application, tasks.get(2), 2 * UPLOADS, UPLOADS);
                long grown = heap.grown();
                System.out.printf(
                        Locale.ROOT,
                        "evidence, %s: %d x 20 MB at once in %d ms, slowest %d ms, living heap grew by %.1f MB%n",
                        name,
                        UPLOADS,
                        all,
                        each.stream().max(Long::compare).orElseThrow(),
                        grown / 1048576.0);
                Results.write(
                        "evidence-" + name,
                        Map.of(
                                "uploads",
                                UPLOADS,
                                "milliseconds",
                                all,
                                "eachMilliseconds",
                                each,
                                "heapGrownBytes",
                                grown));
                return grown;
            }
        }
    }

    /** @return how long each took, in milliseconds */
    private List<Long> atOnce(Application application, String task, int seed, int count) throws Exception {
        int port = Integer.parseInt(
                String.valueOf(application.bean(Environment.class).getProperty("local.server.port")));
        List<Callable<Long>> uploads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path photo = photo(seed + i);
            String criterion = "CS-A" + (i % 5 + 1);
            uploads.add(() -> upload(port, task, photo, criterion));
        }
        ExecutorService people = Executors.newFixedThreadPool(count);
        try {
            List<Long> each = new ArrayList<>();
            for (Future<Long> done : people.invokeAll(uploads)) {
                each.add(done.get());
            }
            return each;
        } finally {
            people.shutdown();
        }
    }

    /** The file goes from the disk to the wire, so that what lives in the heap is the application's. */
    private static long upload(int port, String task, Path file, String criterion) throws Exception {
        String part = "--upload\r\nContent-Disposition: form-data; name=";
        String before = part + "\"criterion\"\r\n\r\n" + criterion + "\r\n" + part
                + "\"file\"; filename=\"anh.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        String login = Base64.getEncoder()
                .encodeToString(("qbadinhCoordinator:" + Demonstration.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/tasks/" + task + "/evidence"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "multipart/form-data; boundary=upload")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--upload--\r\n")))
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** A small photo and behind it, as telephones do, much that belongs to it. */
    private Path photo(int seed) throws Exception {
        byte[] content = new byte[SIZE];
        new Random(seed).nextBytes(content);
        byte[] photo = GoodFiles.photo(800, 600, seed);
        System.arraycopy(photo, 0, content, 0, photo.length);
        return Files.write(folder.resolve("ảnh" + seed + ".jpg"), content);
    }

    /** Three scorecards that the same coordinator may fill: to warm up, to take the time, to watch the heap. */
    private static List<String> tasks(Application application) {
        Cycles cycles = application.bean(Cycles.class);
        Desk desk = application.bean(Desk.class);
        List<String> tasks = new ArrayList<>();
        for (String cycle : List.of("eb-0", "eb-1", "eb-2")) {
            cycles.add(new Cycle(cycle, 2023, "Đo tải", null, null, Instant.now(), "office", null, null, null));
            cycles.configure(
                    new Cycles.Configuration(cycle, 1, null, List.of(new Bloc("khoi-1", "Khối 1", UNITS)), Map.of()));
            Map<String, Object> variables = new LinkedHashMap<>();
            variables.put("cycle", cycle);
            variables.put("cycleName", "Đo tải");
            variables.put("bloc", "khoi-1");
            variables.put("blocName", "Khối 1");
            variables.put("unit", UNITS.get(0));
            variables.put("unitKey", "qbadinh");
            variables.put("unitName", "Quận Ba Đình");
            String key = cycle + "/" + UNITS.get(0);
            application.bean(RuntimeService.class).startProcessInstanceByKey("self-assessment", key, variables);
            desk.complete(desk.task(key, "acknowledge"), Map.of("received", true, "staffCount", 120));
            Task scorecard = desk.task(key, "scoreCriteria");
            application.bean(TaskService.class).claim(scorecard.getId(), "qbadinhCoordinator");
            tasks.add(scorecard.getId());
        }
        return tasks;
    }
}
