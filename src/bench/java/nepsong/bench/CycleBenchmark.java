package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A whole cycle by the number of units, each played by eight people at once while the jobs run beside them. Time and
 * statements may grow as N^1.1; nobody may meet an optimistic locking error; who starts the blocs may wait two seconds.
 * {@code -Dbench.units=22,143} plays these sizes alone.
 */
class CycleBenchmark {

    private static final double GOAL_EXPONENT = 1.1;
    private static final double GOAL_SECONDS_TO_START = 2;
    private static final String EXECUTOR = "camunda.bpm.job-execution.";

    @Test
    void wholeCyclesByTheirSize() throws IOException, InterruptedException {
        List<Game.Run> runs = new ArrayList<>();
        int[] sizes = Stream.of(
                        System.getProperty("bench.units", "22,143,429,1287").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        cycle(22);
        for (int units : sizes) {
            runs.add(cycle(units));
            report(runs);
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.lockingErrors()).isZero());
    }

    /** The one step whose wait may not depend on the number of units, measured even where the whole cycle is too long. */
    @Test
    void theStartOfTheBlocsWithEveryUnit() throws IOException, InterruptedException {
        int units = Integer.getInteger("bench.start", 1287);
        Game.Run run;
        try (Application application = application()) {
            Population.grow(application, units);
            run = new Game(application).playUntilTheBlocsStart(units);
        }
        System.out.printf(
                Locale.ROOT, "%nwith %d units the blocs start after %.2f s of waiting%n", units, run.startSeconds());
        Results.write(
                "start",
                Map.of(
                        "goalSeconds",
                        GOAL_SECONDS_TO_START,
                        "units",
                        units,
                        "seconds",
                        run.startSeconds(),
                        "reached",
                        run.startSeconds() < GOAL_SECONDS_TO_START));
    }

    private static Game.Run cycle(int units) throws InterruptedException {
        try (Application application = application()) {
            Population.grow(application, units);
            return new Game(application).play(units);
        }
    }

    private static Application application() {
        Map<String, Object> settings = Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:cycle-" + System.nanoTime() + ";DB_CLOSE_DELAY=0;LOCK_TIMEOUT=20000",
                "spring.datasource.hikari.maximum-pool-size",
                20,
                "spring.datasource.hikari.connection-timeout",
                60_000,
                "nepsong.demo",
                true,
                EXECUTOR + "enabled",
                true,
                EXECUTOR + "wait-time-in-millis",
                100,
                EXECUTOR + "max-wait",
                200);
        return Application.start(settings);
    }

    private static void report(List<Game.Run> runs) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.printf(
                "%n%6s %10s %11s %11s %11s | %9s %9s | %8s %12s%n",
                "units", "seconds", "statements", "rows", "completions", "time^", "stmts^", "locking", "start s");
        List<Game.Run> bySize =
                runs.stream().sorted(Comparator.comparing(Game.Run::units)).toList();
        for (int i = 0; i < bySize.size(); i++) {
            Game.Run run = bySize.get(i);
            Game.Run smaller = i == 0 ? run : bySize.get(i - 1);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("units", run.units());
            row.put("seconds", run.seconds());
            row.put("statements", run.sent().statements());
            row.put("rows", run.sent().rows());
            row.put("completions", run.completions());
            row.put("timeExponent", exponent(smaller, run, run.seconds(), smaller.seconds()));
            row.put(
                    "statementExponent",
                    exponent(
                            smaller,
                            run,
                            run.sent().statements(),
                            smaller.sent().statements()));
            row.put("lockingErrors", run.lockingErrors());
            row.put("startSeconds", run.startSeconds());
            rows.add(row);
            System.out.printf(
                    Locale.ROOT,
                    "%6d %10.1f %11d %11d %11d | %9.2f %9.2f | %8d %12.2f%n",
                    row.values().toArray());
        }
        boolean reached = rows.stream()
                .allMatch(row -> (double) row.get("timeExponent") <= GOAL_EXPONENT
                        && (double) row.get("statementExponent") <= GOAL_EXPONENT
                        && (double) row.get("startSeconds") < GOAL_SECONDS_TO_START);
        Results.write(
                "cycle",
                Map.of(
                        "goalExponent",
                        GOAL_EXPONENT,
                        "goalSecondsToStart",
                        GOAL_SECONDS_TO_START,
                        "reached",
                        reached,
                        "runs",
                        rows));
    }

    private static double exponent(Game.Run smaller, Game.Run larger, double after, double before) {
        return smaller.units() == larger.units()
                ? 1
                : Math.log(after / before) / Math.log(larger.units() / (double) smaller.units());
    }
}
