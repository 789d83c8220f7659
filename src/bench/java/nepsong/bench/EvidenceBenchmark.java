package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nepsong.Desk;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.evidence.AddEvidence;
import nepsong.evidence.Changed;
import nepsong.evidence.Citation;
import nepsong.evidence.GoodFiles;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten files of 20 MB at once, checked and stored. The goal is that the heap that lives does not grow by 64 MB. */
class EvidenceBenchmark {

    private static final int UPLOADS = 10;
    private static final int SIZE = 20 << 20;
    private static final long MOST_HEAP = 64L << 20;
    private static final String UNIT = "q-ba-dinh";

    @TempDir
    Path folder;

    @Test
    void tenLargeFilesAtOnceOnH2() throws Exception {
        measure("h2", "jdbc:h2:file:" + folder.resolve("db") + ";LOCK_TIMEOUT=20000", "sa", "");
    }

    @Test
    void tenLargeFilesAtOnceOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure("postgres", postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        }
    }

    private void measure(String name, String url, String user, String password) throws Exception {
        Map<String, Object> settings = Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password);
        try (Application application = Application.start(settings);
                HeapWatch heap = HeapWatch.start()) {
            String task = task(application);
            AddEvidence adding = application.bean(AddEvidence.class);
            List<Callable<Long>> uploads = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                Path photo = photo(i);
                String criterion = "CS-A" + (i % 5 + 1);
                uploads.add(() -> upload(adding, task, photo, criterion));
            }
            uploads.get(0).call();
            heap.begin();
            long begun = System.nanoTime();
            ExecutorService people = Executors.newFixedThreadPool(UPLOADS);
            List<Long> each = new ArrayList<>();
            for (var done : people.invokeAll(uploads.subList(1, UPLOADS))) {
                each.add(done.get());
            }
            each.add(upload(adding, task, photo(UPLOADS), "CS-B1"));
            people.shutdown();
            long all = (System.nanoTime() - begun) / 1_000_000;
            long grown = heap.grown();
            System.out.printf(
                    "evidence on %s: %d x 20 MB in %d ms, slowest %d ms, living heap grew by %.1f MB%n",
                    name, UPLOADS, all, each.stream().max(Long::compare).orElseThrow(), grown / 1048576.0);
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("uploads", UPLOADS);
            found.put("milliseconds", all);
            found.put("eachMilliseconds", each);
            found.put("heapGrownBytes", grown);
            Results.write("evidence-" + name, found);
            assertThat(grown).as("bytes of heap that live more than before").isLessThan(MOST_HEAP);
        }
    }

    private static long upload(AddEvidence adding, String task, Path file, String criterion) throws Exception {
        long begun = System.nanoTime();
        Changed changed = adding.add(
                        task,
                        "qbadinhCoordinator",
                        new AddEvidence.Upload(
                                file.getFileName().toString(),
                                file,
                                List.of(criterion),
                                new Citation(null, null, null, null)))
                .orElseThrow();
        assertThat(changed.refusals()).isEmpty();
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

    private static String task(Application application) {
        Cycles cycles = application.bean(Cycles.class);
        cycles.add(new Cycle("eb", 2023, "Đo tải", null, null, Instant.now(), "office", null, null, null));
        cycles.configure(new Cycles.Configuration(
                "eb", 1, null, List.of(new Bloc("khoi-1", "Khối 1", List.of(UNIT, "q-tay-ho"))), Map.of()));
        application
                .bean(RuntimeService.class)
                .startProcessInstanceByKey(
                        "self-assessment",
                        "eb/" + UNIT,
                        Map.of(
                                "cycle",
                                "eb",
                                "cycleName",
                                "Đo tải",
                                "bloc",
                                "khoi-1",
                                "blocName",
                                "Khối 1",
                                "unit",
                                UNIT,
                                "unitKey",
                                "qbadinh",
                                "unitName",
                                "Quận Ba Đình"));
        Desk desk = application.bean(Desk.class);
        desk.complete(desk.task("eb/" + UNIT, "acknowledge"), Map.of("received", true, "staffCount", 120));
        return desk.task("eb/" + UNIT, "scoreCriteria").getId();
    }

    /** Looks every tenth of a second at what lives in the heap after collecting. */
    private static final class HeapWatch implements AutoCloseable {

        private final Thread thread;
        private volatile boolean over;
        private volatile long before;
        private volatile long most;

        private HeapWatch() {
            this.thread = new Thread(this::watch, "heap-watch");
            thread.setDaemon(true);
        }

        static HeapWatch start() {
            HeapWatch watch = new HeapWatch();
            watch.thread.start();
            return watch;
        }

        void begin() {
            before = living();
            most = before;
        }

        long grown() {
            return Math.max(most, living()) - before;
        }

        private static long living() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private void watch() {
            try {
                while (!over) {
                    most = Math.max(most, living());
                    Thread.sleep(100);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
