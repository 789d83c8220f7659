package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nepsong.bench.CountingDataSource.Count;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;

/** One cycle, played by eight people at once while the jobs run beside them. */
final class Game {

    private static final int PLAYERS = 8;
    private static final String THE_START = "directive.configure-cycle";

    /**
     * A cycle that was played.
     *
     * @param seconds       of the whole cycle; 0 where it was not played to its end
     * @param lockingErrors how often somebody met one
     * @param startSeconds  how long whoever started the blocs waited
     */
    record Run(int units, double seconds, Count sent, int completions, long lockingErrors, double startSeconds) {}

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
                && (thrown.getClass().getSimpleName().startsWith("OptimisticLocking") || isLocking(thrown.getCause()));
    }

    private void checkFailedJobs() {
        ManagementService jobs = application.bean(ManagementService.class);
        assertThat(jobs.createJobQuery().noRetriesLeft().count()).isZero();
        assertThat(application.bean(RuntimeService.class).createIncidentQuery().count())
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
