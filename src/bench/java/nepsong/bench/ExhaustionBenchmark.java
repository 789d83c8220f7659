package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nepsong.progress.ManagedCycle;
import nepsong.security.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the others feel while somebody tries to wear the server out: strangers who send letter by letter, and members of
 * staff who send, as fast as they are answered, bodies too deep, too large or of ten thousand conditions, and ask for as
 * many rows as there are. Each spell of it stands beside a quiet one. The goal is that the slowest twentieth of the others'
 * answers takes less than twice as long. Attackers run in the same machine and take their share of it.
 */
class ExhaustionBenchmark {

    private static final double GOAL = 2;
    private static final Duration SPELL = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int ROUNDS = 2;
    private static final int OPEN_TASKS = 2_000;
    private static final String CYCLE = "2090";
    private static final List<String> OTHERS =
            List.of("qtayhoCoordinator", "qbadinhHead", "office", "manager", "headOfTeam", "council1");

    @Test
    void othersGoOnWhileSomebodyWearsTheServerOut() throws Exception {
        try (Application application = Application.start(Map.of(
                "spring.datasource.url", "jdbc:h2:mem:exhaustion;DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000",
                "spring.datasource.username", "sa",
                "nepsong.demo", true))) {
            Attacks attacks = new Attacks(application);
            fill(application.bean(JdbcClient.class));
            List<Visitor> others = OTHERS.stream().map(attacks::loggedIn).toList();
            watch(others, new AtomicBoolean(), SPELL);
            List<Map<String, Object>> rows = new ArrayList<>();
            System.out.printf(
                    "%n%-34s %9s %9s %9s %9s %7s%n", "somebody sends", "requests", "n", "quiet p95", "p95", "ratio");
            for (Map.Entry<String, Attacks.Attack> attack : attacks.all().entrySet()) {
                rows.add(measure(attack.getKey(), attack.getValue(), others));
            }
            Results.write("exhaustion", Map.of("goal", GOAL, "others", OTHERS.size(), "attacks", rows));
            assertThat(rows).allSatisfy(row -> {
                assertThat((long) row.get("requests")).as("%s", row).isPositive();
                assertThat((double) row.get("ratio")).as("%s", row).isLessThan(GOAL);
            });
        }
    }

    private static void fill(JdbcClient jdbc) {
        List<String> units = jdbc.sql("select code from units where code like 'q-%' order by position")
                .query(String.class)
                .list();
        new ManagedCycle(jdbc, CYCLE, Instant.now())
                .begun(60)
                .configured(Map.of("khoi-1", units))
                .selfAssessed(true)
                .finished()
                .withOpenTasks(OPEN_TASKS);
    }

    private Map<String, Object> measure(String name, Attacks.Attack attack, List<Visitor> others) throws Exception {
        List<Double> quiet = new ArrayList<>();
        List<Double> loud = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        for (int round = 0; round < ROUNDS; round++) {
            quiet.addAll(watch(others, new AtomicBoolean(), SPELL));
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService attackers = Executors.newFixedThreadPool(Attacks.AT_ONCE);
            List<Future<?>> running = IntStream.range(0, Attacks.AT_ONCE)
                    .<Future<?>>mapToObj(attacker -> attackers.submit(() -> {
                        attack.go(attacker, over, done);
                        return null;
                    }))
                    .toList();
            loud.addAll(watch(others, over, SPELL));
            attackers.shutdown();
            assertThat(attackers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            for (Future<?> each : running) {
                each.get();
            }
        }
        double ratio = p95(loud) / p95(quiet);
        System.out.printf(
                Locale.ROOT,
                "%-34s %9d %9d %9.1f %9.1f %7.2f%n",
                name,
                done.get(),
                loud.size(),
                p95(quiet),
                p95(loud),
                ratio);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("attack", name);
        row.put("requests", done.get());
        row.put("answers", loud.size());
        row.put("quietP95", p95(quiet));
        row.put("p95", p95(loud));
        row.put("ratio", ratio);
        return row;
    }

    /** Milliseconds of every answer that the others got in this time; then it is over. */
    private List<Double> watch(List<Visitor> others, AtomicBoolean over, Duration howLong) throws Exception {
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        ExecutorService hands = Executors.newFixedThreadPool(others.size());
        long end = System.nanoTime() + howLong.toNanos();
        List<Future<?>> working = others.stream()
                .<Future<?>>map(person -> hands.submit(() -> {
                    for (int turn = 0; System.nanoTime() < end; turn++) {
                        times.add(look(person, turn));
                        TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
                    }
                    return null;
                }))
                .toList();
        for (Future<?> each : working) {
            each.get();
        }
        over.set(true);
        hands.shutdown();
        return times;
    }

    private static double look(Visitor person, int turn) {
        long begun = System.nanoTime();
        HttpResponse<String> answer =
                switch (turn % 4) {
                    case 0 -> person.get("/guide");
                    case 1 -> person.engineGet("filter");
                    case 2 -> person.enginePost("task/count", "{}");
                    default -> person.get("/extensions");
                };
        double millis = (System.nanoTime() - begun) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(200);
        return millis;
    }

    private static double p95(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.95));
    }
}
