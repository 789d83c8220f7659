package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * Whether a mail server that takes connections and never answers slows the people down: the same cycle in turn on an
 * application whose server is well and on one whose server is dead. The goal is 1.10 times the time of a completion.
 */
class DeadMailServerBenchmark {

    private static final double GOAL = 1.10;
    private static final int ROUNDS = 4;

    @Test
    void completionsWhileTheMailServerIsDead() throws IOException {
        GreenMail well = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        well.start();
        try (ServerSocket dead = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                Application alive = start("alive", well.getSmtp().getPort());
                Application lonely = start("lonely", dead.getLocalPort())) {
            cycle(alive);
            cycle(lonely);
            List<Double> withServer = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                withServer.add(cycle(alive));
                without.add(cycle(lonely));
            }
            report(withServer, without);
        } finally {
            well.stop();
        }
    }

    private static Application start(String name, int port) {
        return Application.start(Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:mail-" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                port,
                "nepsong.demo",
                true));
    }

    /** Milliseconds per completion, from handing in to the answer. */
    private static double cycle(Application application) {
        Players players = new Players(application);
        players.start();
        Jobs.run(application.bean(ManagementService.class));
        long nanos = 0;
        int completions = 0;
        for (List<Task> open = players.open(); !open.isEmpty(); open = players.open()) {
            for (Task task : open) {
                nanos += complete(task, players);
                completions++;
            }
            Jobs.run(application.bean(ManagementService.class));
        }
        return nanos / 1e6 / completions;
    }

    private static long complete(Task task, Players players) {
        RuntimeException last = null;
        for (int turn = 0; turn < 5; turn++) {
            Players.Filled filled = players.fill(task, turn);
            players.as(filled);
            long start = System.nanoTime();
            try {
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

    private static void report(List<Double> withServer, List<Double> without) throws IOException {
        double best = withServer.stream().mapToDouble(one -> one).min().orElseThrow();
        double dead = without.stream().mapToDouble(one -> one).min().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%nmail server    ms per completion%nwell %21.2f%ndead %21.2f%nratio %20.2f (goal %.2f)%n",
                best,
                dead,
                dead / best,
                GOAL);
        Map<String, Object> found = new HashMap<>();
        found.put("well", withServer);
        found.put("dead", without);
        found.put("ratio", dead / best);
        found.put("goal", GOAL);
        Results.write("dead-mail-server", found);
        assertThat(dead / best).as("a dead mail server slows nobody down").isLessThanOrEqualTo(GOAL);
    }
}
