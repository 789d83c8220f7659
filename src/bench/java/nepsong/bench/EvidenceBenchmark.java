package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nepsong.Desk;
import nepsong.Trial;
import nepsong.cycle.Cycles;
import nepsong.evidence.GoodFiles;
import nepsong.evidence.HeapWatch;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten files of 20 MB are uploaded at once, over HTTP, to be checked and stored: how long it takes, and, another time, by how
 * much the heap that lives grows meanwhile. The goal is less than 64 MB, with either store.
 */
class EvidenceBenchmark {

    private static final int UPLOADS = 10;
    private static final int SIZE = (20 << 20) - 1024;
    private static final long MOST_HEAP = 64L << 20;
    private static final String UNIT = "q-ba-dinh";
    private static final String COORDINATOR = "qbadinhCoordinator";

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
            Uploads uploads = new Uploads(application, COORDINATOR);
            atOnce(uploads, tasks.get(0), 0);
            long begun = System.nanoTime();
            List<Long> each = atOnce(uploads, tasks.get(1), UPLOADS);
            long all = (System.nanoTime() - begun) / 1_000_000;
            try (HeapWatch heap = HeapWatch.start(Duration.ofSeconds(1))) {
                atOnce(uploads, tasks.get(2), 2 * UPLOADS);
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
    private List<Long> atOnce(Uploads uploads, String task, int seed) throws Exception {
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            photos.add(photo(seed + i));
        }
        return uploads.atOnce(task, photos);
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
            cycles.add(Trial.cycle(cycle, Instant.now()));
            cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
            String key = cycle + "/" + UNIT;
            application
                    .bean(RuntimeService.class)
                    .startProcessInstanceByKey("self-assessment", key, Trial.unit(cycle, UNIT, "Quận Ba Đình"));
            desk.complete(desk.task(key, "acknowledge"), Map.of("received", true, "staffCount", 120));
            Task scorecard = desk.task(key, "scoreCriteria");
            application.bean(TaskService.class).claim(scorecard.getId(), COORDINATOR);
            tasks.add(scorecard.getId());
        }
        return tasks;
    }
}
