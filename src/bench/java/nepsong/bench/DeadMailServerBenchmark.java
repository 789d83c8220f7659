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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nepsong.notification.QueuedMails;
import org.junit.jupiter.api.Test;

/**
 * Whether a mail server that takes connections and never answers slows the people down: the same cycle, task by
 * task in turn, on an application whose server is well and on one whose server is dead; who goes first changes with
 * every task. The goal is 1.10 times the time of a completion, for the completion in the middle and for the slowest
 * twentieth alike.
 */
class DeadMailServerBenchmark {

    private static final double GOAL = 1.10;

    /** So many that the pauses of a collector, or of a neighbour on the machine, fall on both sides. */
    private static final int ROUNDS = 3;

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
                List<PlayedCycle> played = inStep(well, dead);
                withServer.addAll(played.get(0).times());
                without.addAll(played.get(1).times());
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
    private static List<PlayedCycle> inStep(Application well, Application dead) {
        List<PlayedCycle> both = List.of(new PlayedCycle(well), new PlayedCycle(dead));
        List<PlayedCycle> turn = new ArrayList<>(both);
        while (turn.stream().map(PlayedCycle::step).toList().contains(true)) {
            assertThat(both.get(0).times()).hasSameSizeAs(both.get(1).times());
            Collections.reverse(turn);
        }
        return both;
    }

    private static void report(String database, List<Double> withServer, List<Double> without) throws IOException {
        double ratio = share(without, 0.5) / share(withServer, 0.5);
        double slowest = share(without, 0.95) / share(withServer, 0.95);
        System.out.printf(
                Locale.ROOT,
                "%n%-12s %8s %8s %8s%nwell %16d %8.2f %8.2f%ndead %16d %8.2f %8.2f%nratio %24.2f %8.2f (goal %.2f)%n",
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
                GOAL);
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("completions", withServer.size());
        found.put("wellMedian", share(withServer, 0.5));
        found.put("deadMedian", share(without, 0.5));
        found.put("wellP95", share(withServer, 0.95));
        found.put("deadP95", share(without, 0.95));
        found.put("ratio", ratio);
        found.put("ratioP95", slowest);
        found.put("goal", GOAL);
        Results.write("dead-mail-server-" + database, found);
        assertThat(ratio).as("a dead mail server slows nobody down").isLessThanOrEqualTo(GOAL);
        assertThat(slowest).as("nor the slowest completions").isLessThanOrEqualTo(GOAL);
    }

    /** The time that this share of the completions did not exceed. */
    private static double share(List<Double> times, double share) {
        return times.stream().sorted().toList().get((int) (times.size() * share));
    }
}
