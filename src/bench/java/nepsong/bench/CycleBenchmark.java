package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nepsong.bench.CountingDataSource.Count;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * A whole cycle by the number of units, each played by eight people at once while the jobs run beside them. Time and
 * statements may grow as N^1.1; nobody may meet an optimistic locking error; who starts the blocs may wait two seconds.
 * {@code -Dbench.units=22,143} plays these sizes alone.
 */
class CycleBenchmark {

    private static final int PLAYERS = 8;
    private static final double GOAL_EXPONENT = 1.1;
    private static final double GOAL_SECONDS_TO_START = 2;
    private static final String THE_START = "directive.configure-cycle";
    private static final String EXECUTOR = "camunda.bpm.job-execution.";

    /** One cycle. */
    private record Run(
            int units, double seconds, Count sent, int completions, long lockingErrors, double startSeconds) {}

    @Test
    void wholeCyclesByTheirSize() throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
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
        Run run;
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

    private static Run cycle(int units) throws InterruptedException {
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

    /** One cycle being played. */
    private static final class Game {

        private final Application application;
        private final ProcessEngine engine;
        private final Players players;
        private final ExecutorService hands = Executors.newFixedThreadPool(PLAYERS);
        private int completions;
        private volatile double startSeconds;
        private long lockingErrors;

        Game(Application application) {
            this.application = application;
            this.engine = application.bean(ProcessEngine.class);
            this.players = new Players(application);
        }

        Run play(int units) throws InterruptedException {
            application.database().forgetSql();
            Count before = application.database().count();
            long start = System.nanoTime();
            String cycle = players.start();
            // The corrections may outlive the cycle; they are part of the work.
            while (playWhatIsOpen() || isRunning(cycle)) {
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Count sent = application.database().count().since(before);
            hands.shutdown();
            checkFailedJobs();
            tellStatements(units);
            return new Run(units, seconds, sent, completions, lockingErrors, startSeconds);
        }

        Run playUntilTheBlocsStart(int units) throws InterruptedException {
            players.start();
            while (startSeconds == 0) {
                playWhatIsOpen();
                Thread.sleep(20);
            }
            hands.shutdown();
            return new Run(units, 0, new Count(0, 0), completions, lockingErrors, startSeconds);
        }

        private boolean isRunning(String cycle) {
            return engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(cycle)
                            .count()
                    > 0;
        }

        private boolean playWhatIsOpen() throws InterruptedException {
            List<Task> open = players.open();
            List<Future<Long>> playing =
                    open.stream().map(task -> hands.submit(() -> play(task))).toList();
            for (Future<Long> one : playing) {
                try {
                    lockingErrors += one.get();
                    completions++;
                } catch (ExecutionException failed) {
                    throw new AssertionError(failed.getCause());
                }
            }
            return !open.isEmpty();
        }

        /** @return how often the person met an optimistic locking error */
        private long play(Task task) {
            long errors = 0;
            RuntimeException last = null;
            for (int turn = 0; turn < 6; turn++) {
                try {
                    Players.Filled filled = players.fill(task, turn);
                    players.as(filled);
                    long start = System.nanoTime();
                    players.handIn(filled);
                    if (filled.form().equals(THE_START)) {
                        startSeconds = (System.nanoTime() - start) / 1e9;
                    }
                    return errors;
                } catch (RuntimeException refused) {
                    last = refused;
                    errors += isLocking(refused) ? 1 : 0;
                    players.giveBack(task);
                    task.setAssignee(null);
                }
            }
            throw new AssertionError("nobody was let through with " + task.getName(), last);
        }

        private static boolean isLocking(Throwable thrown) {
            return thrown != null
                    && (thrown.getClass().getSimpleName().startsWith("OptimisticLocking")
                            || isLocking(thrown.getCause()));
        }

        private void checkFailedJobs() {
            ManagementService jobs = application.bean(ManagementService.class);
            assertThat(jobs.createJobQuery().noRetriesLeft().count()).isZero();
            assertThat(application
                            .bean(RuntimeService.class)
                            .createIncidentQuery()
                            .count())
                    .isZero();
            assertThat(application
                            .bean(HistoryService.class)
                            .createHistoricTaskInstanceQuery()
                            .finished()
                            .count())
                    .isGreaterThanOrEqualTo(completions);
        }

        /** With {@code -Dbench.statements=true}: what is sent most often, to find what grows faster than it should. */
        private void tellStatements(int units) {
            if (Boolean.getBoolean("bench.statements")) {
                System.out.println("\n" + units + " units");
                application
                        .database()
                        .most(25)
                        .forEach(one -> System.out.printf(
                                Locale.ROOT,
                                "%9.1f per unit: %s%n",
                                one.getValue() / (double) units,
                                one.getKey().replaceAll("\\s+", " ").strip()));
            }
        }
    }

    private static void report(List<Run> runs) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        System.out.printf(
                "%n%6s %10s %11s %11s %11s | %9s %9s | %8s %12s%n",
                "units", "seconds", "statements", "rows", "completions", "time^", "stmts^", "locking", "start s");
        List<Run> bySize =
                runs.stream().sorted(Comparator.comparing(Run::units)).toList();
        for (int i = 0; i < bySize.size(); i++) {
            Run run = bySize.get(i);
            Run smaller = i == 0 ? run : bySize.get(i - 1);
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

    private static double exponent(Run smaller, Run larger, double after, double before) {
        return smaller.units() == larger.units()
                ? 1
                : Math.log(after / before) / Math.log(larger.units() / (double) smaller.units());
    }
}
