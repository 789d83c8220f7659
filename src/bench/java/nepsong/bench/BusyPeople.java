package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nepsong.progress.ManagedCycle;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fifty people who start and complete tasks while managers look, each one every twenty seconds. */
final class BusyPeople {

    static final int PEOPLE = 50;

    private static final Duration BETWEEN_TASKS = Duration.ofSeconds(20);

    private final Application application;
    private final Players players;
    private final List<String> units;
    private final ExecutorService hands = Executors.newFixedThreadPool(PEOPLE);
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private BusyPeople(Application application, List<String> units) {
        this.application = application;
        this.players = new Players(application);
        this.units = units;
    }

    /** @param units codes of those whose tasks they do */
    static BusyPeople begin(Application application, List<String> units) {
        BusyPeople people = new BusyPeople(application, units);
        IntStream.range(0, PEOPLE).forEach(person -> people.hands.submit(() -> people.work(person)));
        return people;
    }

    /** Hardly anything may have been refused to them. */
    void end() throws InterruptedException {
        over.countDown();
        hands.shutdown();
        hands.awaitTermination(1, TimeUnit.MINUTES);
        System.out.printf("%d tasks were completed meanwhile, %d refused%n", completed.get(), refused.get());
        assertThat(completed.get()).as("completed, %s refused", refused).isGreaterThan(20 * refused.get());
    }

    /** One person starts what they will do, does it, and waits. */
    private void work(int person) {
        RuntimeService runtime = application.bean(RuntimeService.class);
        TaskService tasks = application.bean(TaskService.class);
        ManagedCycle cycle = new ManagedCycle(application.bean(JdbcClient.class), FourCycles.CYCLE, Instant.now());
        for (int turn = 0; over.getCount() > 0; turn++) {
            String unit = units.get((person + turn * PEOPLE) % units.size());
            try {
                String nomination = person + "-" + turn;
                cycle.nominated(nomination, unit);
                String key = FourCycles.CYCLE + "/" + unit + "/" + nomination;
                runtime.startProcessInstanceByKey(
                        "commendation",
                        key,
                        Map.of(
                                "cycle",
                                FourCycles.CYCLE,
                                "cycleName",
                                "Kỳ",
                                "unit",
                                unit,
                                "unitKey",
                                unit.replace("-", ""),
                                "unitName",
                                unit,
                                "nomination",
                                nomination));
                Task task = tasks.createTaskQuery()
                        .processInstanceBusinessKey(key)
                        .initializeFormKeys()
                        .list()
                        .get(0);
                Players.Filled filled = players.fill(task, 0);
                players.as(filled);
                players.handIn(filled);
                completed.incrementAndGet();
            } catch (RuntimeException refusal) {
                if (refused.incrementAndGet() == 1) {
                    refusal.printStackTrace();
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            over.await(BETWEEN_TASKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
