package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nepsong.notification.QueuedMails;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a mail server that takes connections and never answers slows the people down: the same cycle, task by
 * task in turn, on an application whose server is well and on one whose server is dead; who goes first changes with
 * every task. The goal is 1.10 times the time of a completion, for the completion in the middle. One in twenty may take
 * longer by more than that and a pause of the machine's, which is no fault of the mail's.
 */
class DeadMailServerBenchmark {

    private static final double GOAL = 1.10;
    /** For the slowest twentieth: some dozens of completions, among them whatever pauses the machine makes. */
    private static final double SLOWEST_GOAL = 1.25;
    /** A pause of a collector or of a neighbour on the machine. */
    private static final double PAUSE_MS = 10;

    private static final int ROUNDS = 2;

    @Test
    void completionsOnH2() throws IOException {
        measure("h2", "jdbc:h2:mem:mail-%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }

    @Test
    void completionsOnPostgres() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database well");
                statement.execute("create database dead");
            }
            measure("postgresql", "jdbc:postgresql://localhost:" + postgres.getPort() + "/%s", "postgres", "postgres");
        }
    }

    private static void measure(String database, String url, String user, String password) throws IOException {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (ServerSocket hole = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                Application well = start(
                        url.formatted("well"), user, password, server.getSmtp().getPort());
                Application dead = start(url.formatted("dead"), user, password, hole.getLocalPort())) {
            inStep(well, dead);
            List<Double> withServer = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                List<Cycle> played = inStep(well, dead);
                withServer.addAll(played.get(0).times);
                without.addAll(played.get(1).times);
            }
            assertThat(server.getReceivedMessages())
                    .as("mails went out on one side")
                    .isNotEmpty();
            assertThat(backlog(dead)).as("and waited on the other").isPositive();
            report(database, withServer, without);
        } finally {
            server.stop();
        }
    }

    private static int backlog(Application application) {
        return application.bean(QueuedMails.class).backlog();
    }

    private static Application start(String url, String user, String password, int port) {
        return Application.start(Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                user,
                "spring.datasource.password",
                password,
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                port,
                "nepsong.demo",
                true));
    }

    /** Task by task in turn, so that whatever else the machine does concerns both alike. */
    private static List<Cycle> inStep(Application well, Application dead) {
        List<Cycle> both = List.of(new Cycle(well), new Cycle(dead));
        List<Cycle> turn = new ArrayList<>(both);
        while (turn.stream().map(Cycle::step).toList().contains(true)) {
            assertThat(both.get(0).times).hasSameSizeAs(both.get(1).times);
            Collections.reverse(turn);
        }
        return both;
    }

    /** A cycle that is played to its end, and the milliseconds of each completion, from handing in to the answer. */
    private static final class Cycle {

        private final Application application;
        private final Players players;
        private final Deque<Task> open = new ArrayDeque<>();
        private final List<Double> times = new ArrayList<>();

        Cycle(Application application) {
            this.application = application;
            this.players = new Players(application);
            // The blocs are too small for pairs that do not repeat those of the cycles before.
            application.bean(JdbcClient.class).sql("delete from pairs").update();
            players.start();
        }

        /** Says whether something was still to be done. */
        boolean step() {
            if (open.isEmpty()) {
                Jobs.run(application.bean(ManagementService.class));
                open.addAll(players.open());
            }
            Task next = open.poll();
            if (next != null) {
                times.add(complete(next, players) / 1e6);
            }
            return next != null;
        }
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

    private static void report(String database, List<Double> withServer, List<Double> without) throws IOException {
        double ratio = share(without, 0.5) / share(withServer, 0.5);
        double slowest = share(without, 0.95) / share(withServer, 0.95);
        System.out.printf(
                Locale.ROOT,
                "%n%-12s %8s %8s %8s%nwell %16d %8.2f %8.2f%ndead %16d %8.2f %8.2f%nratio %24.2f %8.2f (goals %.2f, %.2f)%n",
                database,
                "n",
                "ms",
                "p95",
                withServer.size(),
                share(withServer, 0.5),
                share(withServer, 0.95),
                without.size(),
                share(without, 0.5),
                share(without, 0.95),
                ratio,
                slowest,
                GOAL,
                SLOWEST_GOAL);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("completions", withServer.size());
        found.put("wellMedian", share(withServer, 0.5));
        found.put("deadMedian", share(without, 0.5));
        found.put("wellP95", share(withServer, 0.95));
        found.put("deadP95", share(without, 0.95));
        found.put("ratio", ratio);
        found.put("ratioP95", slowest);
        found.put("goal", GOAL);
        found.put("goalP95", SLOWEST_GOAL);
        Results.write("dead-mail-server-" + database, found);
        assertThat(ratio).as("a dead mail server slows nobody down").isLessThanOrEqualTo(GOAL);
        assertThat(share(without, 0.95))
                .as("nor the slowest completions")
                .isLessThanOrEqualTo(share(withServer, 0.95) * SLOWEST_GOAL + PAUSE_MS);
    }

    /** The time that this share of the completions did not exceed. */
    private static double share(List<Double> times, double share) {
        return times.stream().sorted().toList().get((int) (times.size() * share));
    }
}
