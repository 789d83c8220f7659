package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nepsong.organisation.Demonstration;
import nepsong.security.Visitor;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.env.Environment;

/** The ways in which somebody wears the server out: as strangers, and as a member of staff. */
final class Attacks {

    /** Attackers of each kind. */
    static final int AT_ONCE = 2;

    private static final int SLOW_STRANGERS = 200;
    private static final int CONDITIONS = 10_000;

    /** Goes on until it is over, and counts what it did. */
    interface Attack {
        void go(int attacker, AtomicBoolean over, AtomicLong done) throws IOException, InterruptedException;
    }

    private final int port;
    private final String engine;

    Attacks(Application application) {
        this.port = Integer.parseInt(
                String.valueOf(application.bean(Environment.class).getProperty("local.server.port")));
        this.engine = application.bean(ProcessEngine.class).getName();
    }

    /** By what is sent. */
    Map<String, Attack> all() {
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

    /** Each stranger adds a letter a second, and comes back when sent away. */
    private void letterByLetter(String head, AtomicBoolean over, AtomicLong done)
            throws IOException, InterruptedException {
        List<Socket> strangers = new ArrayList<>();
        while (!over.get()) {
            while (strangers.size() < SLOW_STRANGERS / AT_ONCE) {
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

    Visitor loggedIn(String person) {
        Visitor visitor = new Visitor(port, engine);
        visitor.logIn(person, Demonstration.PASSWORD);
        return visitor;
    }
}
