package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.MovableClock;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Strangers who send letter by letter, more of them than the server has threads, keep nobody out. */
@RunningApplication
class StrangersBodiesTest {

    private static final int STRANGERS = 60;
    private static final int OF_ONE_ADDRESS = 8;
    private static final int OF_ALL = 20;
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final AtomicInteger DAY = new AtomicInteger(3);

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private final List<Socket> strangers = new ArrayList<>();

    /** Of strangers a hundred refusals a minute are written; others have made some. */
    @BeforeEach
    void aNewMinute() {
        clock.forward(Duration.ofDays(DAY.incrementAndGet()));
    }

    @AfterEach
    void theyLeave() throws IOException {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        clock.reset();
    }

    @Test
    void aFewOfOneAddressAreWaitedForAndNobodyElseIsKeptOut() throws IOException {
        for (int i = 0; i < STRANGERS; i++) {
            strangers.add(begins("/login", FORM, "203.0.113.7"));
        }
        for (int i = 0; i < STRANGERS; i++) {
            strangers.add(begins("/api/tasks/any/draft", "application/json", "203.0.113.8"));
        }

        assertThat(answered(2 * (STRANGERS - OF_ONE_ADDRESS))).allMatch(line -> line.startsWith("HTTP/1.1 503"));
        Instant before = Instant.now();
        Visitor visitor = new Visitor(port, engine.getName());
        assertThat(visitor.logIn("council2", Demonstration.PASSWORD).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void howeverManyTheAddressesSomeThreadsAreLeft() throws IOException {
        for (int i = 0; i < STRANGERS; i++) {
            strangers.add(begins("/login", FORM, "203.0.113." + (100 + i)));
        }

        assertThat(answered(STRANGERS - OF_ALL)).allMatch(line -> line.startsWith("HTTP/1.1 503"));
        assertThat(new Visitor(port, engine.getName()).get("/login").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsTooLargeIsNotWaitedForAndIsWritten() throws IOException {
        long before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
        for (String type : List.of(FORM, "multipart/form-data; boundary=x", "text/plain")) {
            Socket stranger = begins("/login", type, "203.0.113.9");
            strangers.add(stranger);
            stranger.getOutputStream().write(new byte[70_000]);
            stranger.getOutputStream().flush();
            assertThat(firstLine(stranger)).startsWith("HTTP/1.1 413");
        }
        assertThat(jdbc.sql("select reason from audit_events where id > ? and address = '203.0.113.9'")
                        .param(before)
                        .query(String.class)
                        .list())
                .hasSize(3)
                .containsOnly("Dữ liệu gửi lên quá lớn");
    }

    private Socket begins(String path, String type, String address) throws IOException {
        Socket stranger = new Socket("127.0.0.1", port);
        stranger.setSoTimeout(8_000);
        stranger.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                                + "\r\nContent-Type: " + type + "\r\nContent-Length: 100000\r\n\r\na")
                        .getBytes(StandardCharsets.US_ASCII));
        stranger.getOutputStream().flush();
        return stranger;
    }

    /** First lines of as many answers as are expected at once; the others are waited for. */
    private List<String> answered(int expected) throws IOException {
        List<String> lines = new ArrayList<>();
        Instant end = Instant.now().plusSeconds(6);
        List<Socket> open = new ArrayList<>(strangers);
        while (lines.size() < expected && Instant.now().isBefore(end)) {
            for (Socket stranger : List.copyOf(open)) {
                if (stranger.getInputStream().available() > 0) {
                    lines.add(firstLine(stranger));
                    open.remove(stranger);
                }
            }
            Thread.onSpinWait();
        }
        assertThat(lines).hasSize(expected);
        return lines;
    }

    private static String firstLine(Socket stranger) throws IOException {
        InputStream in = stranger.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\r'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString();
    }
}
