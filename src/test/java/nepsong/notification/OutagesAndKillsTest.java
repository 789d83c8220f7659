package nepsong.notification;

import static nepsong.notification.OutboxTestContext.SETTINGS;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nepsong.notification.FaultySmtp.Fault;
import nepsong.notification.KilledAfter.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Ten thousand mails through twenty outages of the server and twenty kills of the sender, in virtual time. */
@SpringJUnitConfig(OutboxTestContext.class)
class OutagesAndKillsTest {

    private static final List<Fault> OUTAGES =
            List.of(Fault.HANGS_UP, Fault.CLOSES_AT_BANNER, Fault.REJECTS_LOGIN, Fault.BUSY, Fault.BLACK_HOLE);
    private static final List<Moment> MOMENTS = List.of(Moment.SENT, Moment.CLAIM, Moment.DATA);

    @Autowired
    private Outbox outbox;

    @Autowired
    private QueuedMails mails;

    @Autowired
    private DueMails due;

    @Autowired
    private MailSorting sorting;

    @Autowired
    private MailWriter writer;

    @Autowired
    private OutboxTestContext.MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Integer> arrivals = new HashMap<>();
    private FaultySmtp smtp;

    int mails() {
        return 10_000;
    }

    /** As many outages as kills. */
    int events() {
        return 20;
    }

    @BeforeEach
    void aServerBehindAnother() {
        jdbc.sql("delete from outbox").update();
        greenMail.start();
        smtp = new FaultySmtp(greenMail.getSmtp().getPort());
    }

    @AfterEach
    void closeBoth() throws Exception {
        smtp.close();
        greenMail.stop();
    }

    @Test
    void noneIsLostAndOnlyAKillRepeatsOne() throws Exception {
        outbox.postAll(IntStream.range(0, mails())
                .mapToObj(i -> new Mail(
                        "evaluation.published",
                        "mail-" + i,
                        person("p" + i % 500),
                        "evaluation.published",
                        Map.of("cycle", "2023", "deadline", "30/11/2023")))
                .toList());

        int sentUnnoted = 0;
        for (int event = 0; event < events(); event++) {
            outage(OUTAGES.get(event % OUTAGES.size()), 10 + event * 3);
            Moment moment = MOMENTS.get(event % MOMENTS.size());
            kill(moment, 20 + event * 7);
            sentUnnoted += moment == Moment.SENT ? 1 : 0;
            collect();
        }
        smtp.fault = Fault.CLOSES_AT_BANNER;
        down(Duration.ofHours(3));
        smtp.fault = Fault.NONE;

        Instant recovered = clock.instant();
        while (mails.backlog() > 0) {
            clock.advance(Duration.ofMinutes(1));
            worker(due).sendDue();
            assertThat(Duration.between(recovered, clock.instant()))
                    .as("the backlog is cleared")
                    .isLessThanOrEqualTo(Duration.ofMinutes(15));
        }

        assertThat(mails.count(MailState.SENT, null)).isEqualTo(mails());
        collect();
        assertThat(arrivals).hasSize(mails());
        long repeated = arrivals.values().stream().filter(times -> times > 1).count();
        assertThat(repeated)
                .as("one for a kill between the answer and the note, under the same Message-ID; none for another")
                .isEqualTo(sentUnnoted);
        assertThat(arrivals.values()).allMatch(times -> times <= 2);
    }

    @Test
    void withoutAKillNothingArrivesTwice() throws Exception {
        outbox.postAll(IntStream.range(0, 300)
                .mapToObj(i -> new Mail(
                        "evaluation.published", "calm-" + i, person("p" + i), "evaluation.published", Map.of()))
                .toList());
        for (Fault fault : OUTAGES) {
            outage(fault, 40);
        }
        List<Thread> two = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> worker(due).sendDue());
            thread.start();
            two.add(thread);
        }
        for (Thread thread : two) {
            thread.join();
        }

        assertThat(mails.count(MailState.SENT, null)).isEqualTo(300);
        assertThat(arrivals()).hasSize(300).allSatisfy((id, times) -> assertThat(times)
                .isOne());
    }

    @Test
    void aBlackHoleHoldsUpNobodyButTheSender() throws Exception {
        smtp.fault = Fault.BLACK_HOLE;
        Duration longest = Duration.ZERO;
        for (int minute = 0; minute < 30; minute += 5) {
            Thread sender = new Thread(() -> worker(due).sendDue());
            sender.start();
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                outbox.post(told("hole-" + minute + "-" + i, "p" + i));
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                longest = waited.compareTo(longest) > 0 ? waited : longest;
            }
            sender.join();
            clock.advance(Duration.ofMinutes(5));
        }
        smtp.fault = Fault.NONE;
        clock.advance(Duration.ofMinutes(8));
        worker(due).sendDue();

        assertThat(longest).as("whoever queues a mail").isLessThan(Duration.ofSeconds(15));
        assertThat(mails.count(MailState.SENT, null)).isEqualTo(60);
    }

    @Test
    void oneRecipientForWhomNoAnswerComesHoldsUpNoOther() throws Exception {
        smtp.silentFor = "<hole@";
        outbox.postAll(List.of(told("a", "first"), told("b", "hole"), told("c", "last")));
        MailWorker impatient = worker(due, 300);

        impatient.sendDue();

        assertThat(mails.search(null, "hole", 0, 1).get(0).state()).isEqualTo(MailState.PENDING);
        assertThat(mails.count(MailState.SENT, null)).isEqualTo(2);
    }

    @Test
    void aServerThatAnswersByteByByteIsWaitedFor() throws Exception {
        smtp.fault = Fault.SLOW;
        outbox.post(told("slow", "p1"));

        assertThat(worker(due).sendDue()).isOne();
        assertThat(arrivals()).hasSize(1);
    }

    @Test
    void aServerSoSlowThatNoReadTimesOutHoldsItsSenderForOneMailsTimeOnly() throws Exception {
        smtp.fault = Fault.SLOW;
        smtp.gap = 300;
        outbox.postAll(List.of(told("slow1", "p1"), told("slow2", "p2"), told("slow3", "p3")));
        MailSettings impatient = new MailSettings(
                SETTINGS.sender(),
                SETTINGS.senderName(),
                SETTINGS.baseUrl(),
                SETTINGS.batch(),
                SETTINGS.lease(),
                SETTINGS.giveUp(),
                Duration.ofSeconds(1));

        long start = System.nanoTime();
        assertThat(worker(due, 10_000, impatient).sendDue()).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("one answer alone takes longer")
                .isLessThan(Duration.ofSeconds(4));
        assertThat(mails.search(null, null, 0, 3)).allSatisfy(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.PENDING);
            assertThat(mail.lastError()).contains("Máy chủ thư trả lời quá chậm, mỗi thư không được quá 1 giây");
        });
        smtp.fault = Fault.NONE;
        clock.advance(Duration.ofMinutes(9));
        assertThat(worker(due).sendDue()).isEqualTo(3);
    }

    private static Mail told(String about, String recipient) {
        return new Mail("evaluation.published", about, person(recipient), "evaluation.published", Map.of());
    }

    /** The fault begins in the middle of the work, where nobody has to be waited for, and lasts for forty minutes. */
    private void outage(Fault fault, int after) {
        smtp.nextFault = fault;
        if (fault != Fault.BLACK_HOLE) {
            smtp.faultAfter = smtp.taken.get() + after;
            worker(due).sendDue();
            smtp.faultAfter = Integer.MAX_VALUE;
        }
        smtp.fault = fault;
        down(Duration.ofMinutes(40));
        smtp.fault = Fault.NONE;
        clock.advance(Duration.ofMinutes(8));
    }

    private void down(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMinutes(10)) {
            clock.advance(Duration.ofMinutes(10));
            worker(due).sendDue();
        }
    }

    private void kill(Moment moment, int after) {
        if (moment == Moment.DATA) {
            smtp.breaksOffAfter = smtp.taken.get() + after;
        }
        int times =
                switch (moment) {
                    case CLAIM -> after / SETTINGS.batch() + 1;
                    case DATA -> 1;
                    case SENT -> after;
                };
        assertThatThrownBy(() -> worker(new KilledAfter(due, moment, times)).sendDue())
                .hasMessage("killed");
        clock.advance(SETTINGS.lease().plusMinutes(1));
    }

    private Map<String, Integer> arrivals() throws Exception {
        collect();
        return arrivals;
    }

    /** The server keeps everything in memory: what has arrived is counted and thrown away. */
    private void collect() throws Exception {
        for (MimeMessage message : greenMail.getReceivedMessages()) {
            arrivals.merge(message.getMessageID(), 1, Integer::sum);
        }
        greenMail.purgeEmailFromAllMailboxes();
    }

    private MailWorker worker(DueMails outboxOfWorker) {
        return worker(outboxOfWorker, smtp.fault == Fault.BLACK_HOLE ? 150 : 10_000);
    }

    private MailWorker worker(DueMails outboxOfWorker, int wait) {
        return worker(outboxOfWorker, wait, SETTINGS);
    }

    private MailWorker worker(DueMails outboxOfWorker, int wait, MailSettings settings) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(smtp.port());
        boolean login = smtp.fault == Fault.REJECTS_LOGIN;
        if (login) {
            server.setUsername("nepsong");
            server.setPassword("wrong");
        }
        for (String each : List.of("connectiontimeout", "timeout", "writetimeout")) {
            server.getJavaMailProperties().put("mail.smtp." + each, String.valueOf(wait));
        }
        server.getJavaMailProperties().put("mail.smtp.auth", String.valueOf(login));
        return new MailWorker(sorting, outboxOfWorker, writer, server, settings, clock);
    }
}
