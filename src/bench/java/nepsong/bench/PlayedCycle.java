package nepsong.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cycle that is played to its end, task by task, and how long each completion took. */
final class PlayedCycle {

    private static final int TRIES = 5;

    private final Application application;
    private final Players players;
    private final Deque<Task> open = new ArrayDeque<>();
    private final List<Double> times = new ArrayList<>();

    PlayedCycle(Application application) {
        this.application = application;
        this.players = new Players(application);
        // The blocs are too small for pairs that do not repeat those of the cycles before.
        application.bean(JdbcClient.class).sql("delete from pairs").update();
        players.start();
    }

    /** Milliseconds of each completion so far, from handing in to the answer. */
    List<Double> times() {
        return Collections.unmodifiableList(times);
    }

    /** Says whether something was still to be done. */
    boolean step() {
        if (open.isEmpty()) {
            Jobs.run(application.bean(ManagementService.class));
            open.addAll(players.open());
        }
        Task next = open.poll();
        if (next != null) {
            times.add(complete(next) / 1e6);
        }
        return next != null;
    }

    private long complete(Task task) {
        RuntimeException last = null;
        for (int turn = 0; turn < TRIES; turn++) {
            try {
                Players.Filled filled = players.fill(task, turn);
                players.as(filled);
                long start = System.nanoTime();
                players.handIn(filled);
                return System.nanoTime() - start;
            } catch (RuntimeException refused) {
                last = refused;
                players.giveBack(task);
                task.setAssignee(null);
            }
        }
        throw new AssertionError("nobody was let through with " + task.getName(), last);
    }
}
