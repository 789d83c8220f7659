package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import nepsong.organisation.Demonstration;
import nepsong.progress.ManagedCycle;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
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
    private static final int ATTACKERS = 2;
    private static final int SLOW_STRANGERS = 200;
    private static final int CONDITIONS = 10_000;
    private static final int OPEN_TASKS = 2_000;
    private static final String CYCLE = "2090";
    private static final List<String> OTHERS =
            List.of("qtayhoCoordinator", "qbadinhHead", "office", "manager", "headOfTeam", "council1");

    /** Goes on until it is over, and counts what it did. */
    private interface Attack {
        void go(int attacker, AtomicBoolean over, AtomicLong done) throws IOException, InterruptedException;
    }

    private int port;
    private String engine = "";

    @Test
    void othersGoOnWhileSomebodyWearsTheServerOut() throws Exception {
        try (Application application = Application.start(Map.of(
                "spring.datasource.url", "jdbc:h2:mem:exhaustion;DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000",
                "spring.datasource.username", "sa",
                "nepsong.demo", true))) {
            port = Integer.parseInt(
                    String.valueOf(application.bean(Environment.class).getProperty("local.server.port")));
            engine = application.bean(ProcessEngine.class).getName();
            fill(application.bean(JdbcClient.class));
            List<Visitor> others = OTHERS.stream().map(this::loggedIn).toList();
            watch(others, new AtomicBoolean(), SPELL);
            List<Map<String, Object>> rows = new ArrayList<>();
            System.out.printf(
                    "%n%-34s %9s %9s %9s %9s %7s%n", "somebody sends", "requests", "n", "quiet p95", "p95", "ratio");
            for (Map.Entry<String, Attack> attack : attacks().entrySet()) {
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

    private Map<String, Attack> attacks() {
        Map<String, Attack> attacks = new LinkedHashMap<>();
        attacks.put(
                "heads letter by letter",
                (attacker, over, done) -> letterByLetter("GET /login HTTP/1.1\r\nX: ", over, done));
        attacks.put(
                "bodies letter by letter",
                (attacker, over, done) -> letterByLetter(
                        "POST /login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.%d\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n",
                        over, done));
        attacks.put("wrong passwords", this::guesses);
        attacks.put("JSON 5,000 deep", posts("task/count", "[".repeat(5_000) + "]".repeat(5_000), 400));
        attacks.put("bodies of 5 MB", posts("task/count", "{\"name\":\"" + "x".repeat(5_000_000) + "\"}", 413));
        attacks.put(
                "forms as large as may be",
                posts(
                        "task/none/submit-form",
                        "{\"variables\":{\"note\":{\"value\":\"" + "x".repeat(3_900_000) + "\"}}}",
                        400));
        attacks.put(
                "queries of 10,000 conditions",
                posts("task", "{\"orQueries\":[" + "{\"name\":\"x\"},".repeat(CONDITIONS) + "{}]}", 400));
        attacks.put(
                "queries as large as may be",
                posts("task/count", "{\"orQueries\":[" + "{\"name\":\"x\"},".repeat(400) + "{\"name\":\"x\"}]}", 200));
        attacks.put("all rows of the trail", gets("manager", "/api/audit?size=1000000", 200));
        attacks.put(
                "all tasks",
                gets("sodulichHead", "/camunda/api/engine/engine/" + engine + "/task?maxResults=1000000", 400));
        return attacks;
    }

    private Map<String, Object> measure(String name, Attack attack, List<Visitor> others) throws Exception {
        List<Double> quiet = new ArrayList<>();
        List<Double> loud = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        for (int round = 0; round < ROUNDS; round++) {
            quiet.addAll(watch(others, new AtomicBoolean(), SPELL));
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
            List<Future<?>> running = IntStream.range(0, ATTACKERS)
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

    /** Each stranger adds a letter a second, and comes back when sent away. */
    private void letterByLetter(String head, AtomicBoolean over, AtomicLong done)
            throws IOException, InterruptedException {
        List<Socket> strangers = new ArrayList<>();
        while (!over.get()) {
            while (strangers.size() < SLOW_STRANGERS / ATTACKERS) {
                Socket stranger = new Socket("127.0.0.1", port);
                stranger.getOutputStream()
                        .write(head.formatted(strangers.size() % 250).getBytes(StandardCharsets.US_ASCII));
                strangers.add(stranger);
                done.incrementAndGet();
            }
            TimeUnit.SECONDS.sleep(1);
            for (Socket stranger : List.copyOf(strangers)) {
                if (isSentAway(stranger)) {
                    stranger.close();
                    strangers.remove(stranger);
                }
            }
        }
        for (Socket stranger : strangers) {
            stranger.close();
        }
    }

    private static boolean isSentAway(Socket stranger) {
        try {
            stranger.getOutputStream().write('a');
            return stranger.getInputStream().available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    private void guesses(int attacker, AtomicBoolean over, AtomicLong done) {
        Visitor thief = new Visitor(port, engine);
        while (!over.get()) {
            assertThat(thief.logIn("director", "Guess#" + done.incrementAndGet())
                            .statusCode())
                    .isEqualTo(302);
        }
    }

    private Attack posts(String path, String body, int answered) {
        return (attacker, over, done) -> {
            Visitor insider = loggedIn("sodulichCoordinator");
            while (!over.get()) {
                assertThat(insider.enginePost(path, body).statusCode()).isEqualTo(answered);
                done.incrementAndGet();
            }
        };
    }

    private Attack gets(String person, String path, int answered) {
        return (attacker, over, done) -> {
            Visitor insider = loggedIn(person);
            while (!over.get()) {
                int status = insider.get(path).statusCode();
                assertThat(status).isIn(answered, 404);
                done.incrementAndGet();
            }
        };
    }

    private Visitor loggedIn(String person) {
        Visitor visitor = new Visitor(port, engine);
        visitor.logIn(person, Demonstration.PASSWORD);
        return visitor;
    }
}
