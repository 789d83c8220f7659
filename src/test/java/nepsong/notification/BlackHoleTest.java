package nepsong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nepsong.Campaign;
import nepsong.MovableClock;
import nepsong.notification.FaultySmtp.Fault;
import nepsong.organisation.Demonstration;
import nepsong.security.RunningApplication;
import nepsong.security.Visitor;
import nepsong.security.Visitors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The whole application beside a mail server that takes connections and never answers. The first attempt is waited for
 * as long as in life, ten seconds, while people and jobs are at work; the half hour afterwards passes by the clock.
 */
@RunningApplication
class BlackHoleTest {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int IMPATIENT = 200;
    private static final int YEAR = 2061;

    @Autowired
    Campaign campaign;

    @Autowired
    Visitors visitors;

    @Autowired
    ProcessEngine engine;

    @Autowired
    MailSorting sorting;

    @Autowired
    DueMails due;

    @Autowired
    Outbox outbox;

    @Autowired
    QueuedMails mails;

    @Autowired
    MailWriter writer;

    @Autowired
    MailSettings settings;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private final Map<String, Duration> waited = new LinkedHashMap<>();
    private FaultySmtp smtp;

    @BeforeEach
    void aBlackHole() {
        jdbc.sql("delete from outbox").update();
        smtp = new FaultySmtp();
        smtp.fault = Fault.BLACK_HOLE;
    }

    @AfterEach
    void everythingIsAsItWas() throws IOException {
        smtp.close();
        jdbc.sql("delete from scheduled_tasks where task_name like 'send-mail-%'")
                .update();
        clock.reset();
    }

    @Test
    void forHalfAnHourNobodyButTheSendersWaits() throws Exception {
        measure("a task that many are told of", () -> campaign.start("office", YEAR));
        assertThat(mails.backlog()).isPositive();

        Scheduler lanes = lanes();
        lanes.start();
        await().atMost(LONGEST).until(() -> smtp.guests() > 0);
        everybodyWorks(YEAR);
        smtp.fault = Fault.HANGS_UP;
        smtp.hangUp();
        lanes.stop();

        smtp.fault = Fault.BLACK_HOLE;
        for (int round = 1; round <= 6; round++) {
            clock.forward(Duration.ofMinutes(5));
            Thread sender = new Thread(worker(IMPATIENT)::sendDue, "mail-sender");
            sender.start();
            int year = YEAR + round;
            measure("a start in round " + round, () -> campaign.start("office", year));
            measure("a page in round " + round, () -> page("manager", "/progress?all"));
            measure("the health in round " + round, () -> page("manager", "/actuator/health"));
            sender.join();
        }

        assertThat(waited.values()).as("%s", waited).allMatch(time -> time.compareTo(LONGEST) < 0);
        assertThat(mails.count(MailState.SENT, null)).as("nothing got through").isZero();
        assertThat(mails.count(MailState.DEAD, null))
                .as("and nothing was given up")
                .isZero();

        oneRecipientWhoNeverAnswersHoldsUpNoOther();
    }

    private void oneRecipientWhoNeverAnswersHoldsUpNoOther() {
        String silent = jdbc.sql("select address from outbox order by id fetch first row only")
                .query(String.class)
                .single();
        outboxOf("mật thư", List.of("member1", "member2", "council1"));
        smtp.silentFor = "<" + silent + ">";
        smtp.fault = Fault.NONE;
        clock.forward(Duration.ofMinutes(31));
        worker(IMPATIENT).sendDue();

        assertThat(pending()).containsOnly(silent);
        assertThat(mails.count(MailState.SENT, null)).isPositive();

        smtp.silentFor = "nobody";
        clock.forward(Duration.ofMinutes(31));
        worker(10_000).sendDue();
        assertThat(pending()).as("nothing is lost").isEmpty();
    }

    private void outboxOf(String about, List<String> people) {
        people.forEach(person -> outbox.post(
                new Mail("cycle.withdrawn", about, OutboxTestContext.person(person), "cycle.withdrawn", Map.of())));
    }

    private List<String> pending() {
        return jdbc.sql("select distinct address from outbox where state = 'PENDING'")
                .query(String.class)
                .list();
    }

    private void everybodyWorks(int year) {
        measure("a login", () -> assertThat(new Visitor(port, engine.getName())
                        .logIn("qbadinhCoordinator", Demonstration.PASSWORD)
                        .statusCode())
                .isEqualTo(302));
        measure("the managers' page", () -> page("manager", "/progress?all"));
        measure("the page of the mails", () -> page("admin", "/mail"));
        measure("an inbox", () -> assertThat(
                        visitors.as("office").engineGet("task/count").statusCode())
                .isEqualTo(200));
        measure(
                "a completion and its jobs",
                () -> campaign.does("office", "draftPlan", String.valueOf(year), form -> {}));
    }

    private void page(String person, String path) {
        assertThat(visitors.as(person).get(path).statusCode()).isEqualTo(200);
    }

    private void measure(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        waited.put(what, Duration.ofNanos(System.nanoTime() - start));
    }

    /** The two threads of their own, as an application with a mail server has them. */
    private Scheduler lanes() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("worker", worker(0)));
        return new MailSchedule().mailScheduler(database, beans.getBeanProvider(MailWorker.class));
    }

    /** @param patience milliseconds that an answer is waited for; 0 as the application does */
    private MailWorker worker(int patience) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp.port());
        if (patience > 0) {
            for (String each : List.of("connectiontimeout", "timeout", "writetimeout")) {
                server.getJavaMailProperties().put("mail.smtp." + each, String.valueOf(patience));
            }
        }
        return new MailWorker(sorting, due, writer, server, settings, clock);
    }
}
