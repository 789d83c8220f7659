package nepsong.notification;

import static nepsong.notification.OutboxTestContext.SETTINGS;
import static nepsong.notification.OutboxTestContext.assignment;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nepsong.notification.FaultySmtp.Fault;
import nepsong.organisation.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(OutboxTestContext.class)
class MailWorkerTest {

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
    private ResendMail resend;

    @Autowired
    private OutboxTestContext.MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private FaultySmtp smtp;

    @BeforeEach
    void anEmptyOutboxAndAServer() {
        jdbc.sql("delete from outbox").update();
        smtp = new FaultySmtp();
    }

    @AfterEach
    void closeTheServer() throws IOException {
        smtp.close();
    }

    @Test
    void aMailArrivesInVietnameseAsTextAndHtml() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            outbox.post(assignment("t1", "huong", "Tự đánh giá – Quận Hoàn Kiếm, ưỡn ẹo Đường"));

            assertThat(worker(server.getSmtp().getPort(), 10_000).sendDue()).isOne();

            MimeMessage message = server.getReceivedMessages()[0];
            assertThat(message.getSubject())
                    .isEqualTo("[QTƯX 2023] Việc mới: Tự đánh giá – Quận Hoàn Kiếm, ưỡn ẹo Đường");
            assertThat(message.getHeader("Subject", null))
                    .startsWith("=?UTF-8?")
                    .isASCII();
            assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
            assertThat(message.getMessageID()).matches("<[0-9a-f]{32}@nepsong.example>");
            InternetAddress recipient = (InternetAddress) message.getAllRecipients()[0];
            assertThat(recipient.getAddress()).isEqualTo("huong@nepsong.example");
            assertThat(recipient.getPersonal()).isEqualTo("Nguyễn Thị Hương");
            assertThat(GreenMailUtil.getHeaders(message)).isASCII();
            List<String> bodies = leaves(message.getContent());
            assertThat(bodies.get(0))
                    .contains("Thời hạn: 30/11/2023.", "http://127.0.0.1:8080/camunda/app/tasklist/default/#/?task=t1");
            assertThat(bodies.get(1)).startsWith("<!DOCTYPE html>").contains("Quận Hoàn Kiếm");
            assertThat(the("huong").state()).isEqualTo(MailState.SENT);
            assertThat(the("huong").sentAt()).isNotNull();
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatRefusesConnectionsDelaysTheMailAndNothingElse() throws Exception {
        int nobodyListens;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodyListens = free.getLocalPort();
        }
        post("huong", "minh");

        assertThat(worker(nobodyListens, 10_000).sendDue()).isZero();

        for (String person : List.of("huong", "minh")) {
            assertThat(the(person).state()).isEqualTo(MailState.PENDING);
            assertThat(the(person).attempts()).isOne();
            assertThat(the(person).lastError()).startsWith("Không kết nối được máy chủ thư:");
        }
        assertThat(worker(smtp.port(), 10_000).sendDue()).as("it rests first").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(worker(smtp.port(), 10_000).sendDue()).isEqualTo(2);
    }

    @Test
    void whenTheServerIsBackEverythingGoesAtOnce() {
        smtp.fault = Fault.CLOSES_AT_BANNER;
        post("huong", "minh", "lan");
        MailWorker worker = worker(smtp.port(), 10_000);
        for (int hour = 0; hour < 12; hour++) {
            worker.sendDue();
            clock.advance(Duration.ofMinutes(8));
        }
        worker.sendDue();
        smtp.fault = Fault.NONE;
        outbox.post(assignment("t9", "moi", "Việc mới"));

        worker.sendDue();
        worker.sendDue();

        assertThat(smtp.messages).hasSize(4);
    }

    @Test
    void anAddressThatIsRefusedIsDeadAndTheOthersAreSent() {
        smtp.refused = "minh@";
        post("huong", "minh", "lan");

        assertThat(worker(smtp.port(), 10_000).sendDue()).isEqualTo(2);

        assertThat(the("minh").state()).isEqualTo(MailState.DEAD);
        assertThat(the("minh").lastError()).contains("từ chối địa chỉ", "550 5.1.1 No such user");
        assertThat(the("huong").state()).isEqualTo(MailState.SENT);
        assertThat(the("lan").state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aDeadMailGoesOutOnceItsAddressIsCorrected() {
        smtp.refused = "minh@";
        post("minh");
        MailWorker worker = worker(smtp.port(), 10_000);
        worker.sendDue();

        assertThat(resend.to(the("minh").id(), "minh.moi@nepsong.example")).isEmpty();

        assertThat(worker.sendDue()).isOne();
        assertThat(smtp.messages.get(0)).contains("minh.moi@nepsong.example");
    }

    /** Line ends of every kind in names, subjects and facts, before a header that would send a copy or pretend a sender. */
    @Test
    void nothingThatIsTypedIsAHeader() throws Exception {
        List<String> headers = List.of(
                "Bcc: ke-gian@evil.example",
                "From: giam-doc@evil.example",
                "Reply-To: ke-gian@evil.example",
                "Content-Type: text/html",
                "X-Injected: 1");
        List<String> ends = List.of("\r\n", "\n", "\r", "\r\n\r\n", "\u2028", "\u0085", "%0d%0a", "=0D=0A", "?=\r\n");
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            int number = 0;
            for (String end : ends) {
                for (String header : headers) {
                    String typed = "Tự đánh giá" + end + header;
                    Person person = new Person(
                            "p" + number, "Nguyễn" + end + header, "nguoi@nepsong.example", "", "", null, null);
                    outbox.post(new Mail(
                            "task.assigned",
                            "t" + number++,
                            person,
                            "task.assigned",
                            Map.of("cycle", typed, "task", typed)));
                }
            }
            MailWorker worker = worker(server.getSmtp().getPort(), 10_000);
            for (int sent = 0; sent < number; ) {
                int more = worker.sendDue();
                assertThat(more).isPositive();
                sent += more;
            }

            MimeMessage[] messages = server.getReceivedMessages();
            assertThat(messages).hasSize(headers.size() * ends.size());
            for (MimeMessage message : messages) {
                List<String> names = Collections.list(message.getAllHeaders()).stream()
                        .map(Header::getName)
                        .toList();
                assertThat(names)
                        .containsOnlyOnce("From", "To", "Subject", "Auto-Submitted", "Content-Type")
                        .doesNotContain("Bcc", "Cc", "Reply-To", "X-Injected");
                assertThat(((InternetAddress) message.getFrom()[0]).getAddress())
                        .isEqualTo(SETTINGS.sender());
                assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
                        .isEqualTo(SETTINGS.senderName());
                assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
                assertThat(message.getContentType()).startsWith("multipart/");
                assertThat(message.getAllRecipients())
                        .singleElement()
                        .extracting(to -> ((InternetAddress) to).getAddress())
                        .isEqualTo("nguoi@nepsong.example");
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void anAddressThatIsNoneIsDeadWithoutAskingTheServer() {
        for (String address :
                List.of("", "khong-phai", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example")) {
            jdbc.sql("delete from outbox").update();
            outbox.post(new Mail(
                    "e", "t", new Person("x", "X", address, "", "", null, null), "task.assigned", Map.of("task", "x")));

            assertThat(worker(1, 10_000).sendDue()).isZero();

            assertThat(the("x").state()).as(address).isEqualTo(MailState.DEAD);
            assertThat(the("x").lastError()).startsWith("Địa chỉ không hợp lệ");
        }
    }

    @Test
    void anAddressThatIsBusyIsTriedLater() {
        smtp.refused = "minh@";
        smtp.refusal = "451 4.7.1 Greylisted";
        post("minh", "lan");
        MailWorker worker = worker(smtp.port(), 10_000);

        assertThat(worker.sendDue()).isOne();
        assertThat(the("minh").state()).isEqualTo(MailState.PENDING);
        smtp.refused = "nobody";
        clock.advance(Duration.ofMinutes(2));

        assertThat(worker.sendDue()).isOne();
        assertThat(the("minh").attempts()).isEqualTo(2);
    }

    /** Every mail of an hour would have to be sent again by hand. */
    @Test
    void aRelayThatDoesNotKnowUsIsTriedLater() {
        smtp.refused = "@";
        smtp.refusal = "550 5.7.1 Relaying denied";
        post("minh", "lan");
        MailWorker worker = worker(smtp.port(), 10_000);

        assertThat(worker.sendDue()).isZero();
        assertThat(the("minh").state()).isEqualTo(MailState.PENDING);
        assertThat(the("minh").lastError()).contains("550 5.7.1");
        smtp.refused = "nobody";
        clock.advance(Duration.ofMinutes(2));

        assertThat(worker.sendDue()).isEqualTo(2);
    }

    @Test
    void aMailIsGivenUpAfterSevenDays() {
        smtp.refused = "minh@";
        smtp.refusal = "451 4.7.1 Greylisted";
        post("minh");
        MailWorker worker = worker(smtp.port(), 10_000);
        worker.sendDue();
        clock.advance(Duration.ofDays(7));

        worker.sendDue();

        assertThat(the("minh").state()).isEqualTo(MailState.DEAD);
        assertThat(the("minh").lastError()).startsWith("Quá thời hạn gửi.").contains("451");
    }

    @Test
    void aMailThatHasLainForLongBeforeItsFirstAttemptIsTriedForSevenDaysToo() {
        smtp.refused = "minh@";
        smtp.refusal = "451 4.7.1 Greylisted";
        post("minh");
        clock.advance(Duration.ofDays(50));
        MailWorker worker = worker(smtp.port(), 10_000);

        worker.sendDue();
        assertThat(the("minh").state()).isEqualTo(MailState.PENDING);
        clock.advance(Duration.ofDays(6));
        worker.sendDue();
        assertThat(the("minh").state()).isEqualTo(MailState.PENDING);
        clock.advance(Duration.ofDays(1));
        worker.sendDue();

        assertThat(the("minh").state()).isEqualTo(MailState.DEAD);
        assertThat(the("minh").attempts()).isEqualTo(3);
    }

    @Test
    void aServerThatNeverAnswersHoldsTheWorkerNoLongerThanItsTimeout() {
        smtp.fault = Fault.BLACK_HOLE;
        post("huong", "minh", "lan", "tuan");

        long start = System.nanoTime();
        worker(smtp.port(), 300).sendDue();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(the("tuan").state()).isEqualTo(MailState.PENDING);
        assertThat(the("tuan").attempts()).isOne();
    }

    @Test
    void waitsAreTenSecondsUnlessTheSettingsSayOtherwise() {
        JavaMailSenderImpl server = server(25, 300);
        server.getJavaMailProperties().remove("mail.smtp.connectiontimeout");

        SmtpLine.limitWaiting(server);

        assertThat(server.getJavaMailProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtps.timeout", "10000")
                .containsEntry("mail.smtp.timeout", "300");
    }

    @Test
    void aMessageWhoseReceiptWasLostIsRepeatedUnderTheSameId() {
        smtp.fault = Fault.DROPS_AFTER_DATA;
        post("huong");
        MailWorker worker = worker(smtp.port(), 10_000);
        worker.sendDue();
        smtp.fault = Fault.NONE;
        clock.advance(Duration.ofMinutes(2));

        worker.sendDue();

        assertThat(smtp.messages).hasSize(2);
        assertThat(FaultySmtp.idOf(smtp.messages.get(0))).isEqualTo(FaultySmtp.idOf(smtp.messages.get(1)));
        assertThat(the("huong").state()).isEqualTo(MailState.SENT);
    }

    @Test
    void aWorkerThatWasKilledBetweenSendingAndNotingRepeatsOneMailAtTheMost() {
        post("huong", "minh");
        DueMails killed = new KilledAfter(due, KilledAfter.Moment.SENT, 1);
        try {
            new MailWorker(sorting, killed, writer, server(smtp.port(), 10_000), SETTINGS, clock).sendDue();
        } catch (IllegalStateException kill) {
            assertThat(kill).hasMessage("killed");
        }
        MailWorker next = worker(smtp.port(), 10_000);
        assertThat(next.sendDue()).as("the lease of the dead holds").isZero();
        clock.advance(Duration.ofMinutes(11));

        assertThat(next.sendDue()).isEqualTo(2);

        assertThat(smtp.messages).hasSize(3);
        assertThat(smtp.messages.stream().map(FaultySmtp::idOf).distinct()).hasSize(2);
    }

    @Test
    void whatOneWorkerHoldsNoOtherTakes() {
        post(IntStream.range(0, 30).mapToObj(i -> "p" + i).toArray(String[]::new));

        sorting.sort();

        List<QueuedMail> first = due.claim("a", clock.instant(), clock.instant().plusSeconds(60), 20);
        List<QueuedMail> second =
                due.claim("b", clock.instant(), clock.instant().plusSeconds(60), 20);

        assertThat(first).hasSize(20);
        assertThat(second).hasSize(10).doesNotContainAnyElementsOf(first);
        due.markDead(first.get(0).id(), "b", "not mine");
        assertThat(mails.find(first.get(0).id()).orElseThrow().state()).isEqualTo(MailState.PENDING);
    }

    @Test
    void aLeaseThatIsExtendedIsKeptUntilItsNewEnd() {
        post("huong");
        sorting.sort();
        assertThat(due.claim("a", clock.instant(), clock.instant().plusSeconds(60), 20))
                .hasSize(1);

        due.extend("a", clock.instant().plusSeconds(180));

        clock.advance(Duration.ofSeconds(120));
        assertThat(due.claim("b", clock.instant(), clock.instant().plusSeconds(60), 20))
                .isEmpty();
        clock.advance(Duration.ofSeconds(120));
        assertThat(due.claim("b", clock.instant(), clock.instant().plusSeconds(60), 20))
                .hasSize(1);
    }

    @Test
    void theHeartBeatsThreeTimesALeaseAndSurvivesABeatThatIsMissed() throws Exception {
        CountDownLatch beats = new CountDownLatch(3);
        try (Heartbeat heart = new Heartbeat(
                () -> {
                    beats.countDown();
                    throw new IllegalStateException("the database is away");
                },
                Duration.ofMillis(60))) {
            assertThat(beats.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anAppointmentComesAsAFileForTheCalendar() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Instant start = Instant.parse("2023-11-27T01:30:00Z");
            Appointment appointment = new Appointment(
                    "conference-2023@nepsong", start, start.plusSeconds(3 * 3600), "Hội nghị", "Hội trường Sở", 1);
            outbox.postAll(List.of(new Mail(
                    "evaluation.conference-called",
                    "2023",
                    person("huong"),
                    "evaluation.conference-invited",
                    Map.of("conferenceTime", start.toString(), "appointment", appointment.facts()))));

            assertThat(worker(server.getSmtp().getPort(), 10_000).sendDue()).isOne();

            String sent = GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
            assertThat(sent).containsIgnoringCase("text/calendar").containsIgnoringCase("method=PUBLISH");
            assertThat(sent).contains("BEGIN:VEVENT", "UID:conference-2023@nepsong", "DTSTART");
        } finally {
            server.stop();
        }
    }

    @Test
    void aDocumentGoesWithTheMailOfWhoeverMayHaveItAndTheOthersGoWithout() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            for (String person : List.of("huong", "lan")) {
                outbox.post(invitation(person, MailPaper.ofConference("2023", 1).facts()));
            }
            outbox.post(invitation("huong2", MailPaper.ofConference("broken", 1).facts()));
            outbox.post(invitation("huong3", Map.of("kind", "NOBODY_KNOWS")));

            assertThat(worker(server.getSmtp().getPort(), 10_000).sendDue()).isEqualTo(4);

            for (MimeMessage message : server.getReceivedMessages()) {
                String to = message.getAllRecipients()[0].toString();
                List<BodyPart> files = attachments((Multipart) message.getContent());
                List<String> bodies = leaves(message.getContent());
                if (!to.contains("huong@")) {
                    assertThat(files).as(to).isEmpty();
                    assertThat(bodies)
                            .as("it speaks of no document that is not there")
                            .isNotEmpty()
                            .noneMatch(body -> body.contains("dạng Word"));
                    continue;
                }
                assertThat(bodies.subList(0, 2)).allMatch(body -> body.contains("dạng Word kèm theo thư"));
                assertThat(files).hasSize(1);
                assertThat(files.get(0).getFileName()).isEqualTo("giay-moi.docx");
                assertThat(files.get(0).getContentType())
                        .startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
                assertThat(files.get(0).getInputStream().readAllBytes()).isEqualTo(OutboxTestContext.Papers.CONTENT);
            }
            assertThat(the("lan").state()).isEqualTo(MailState.SENT);
        } finally {
            server.stop();
        }
    }

    private static Mail invitation(String person, Map<String, Object> paper) {
        return new Mail(
                "evaluation.conference-called",
                "2023",
                person(person),
                "evaluation.conference-invited",
                Map.of("conferenceTime", "08:30 ngày 27/11/2023", "paper", paper));
    }

    private static List<BodyPart> attachments(Multipart parts) throws MessagingException {
        List<BodyPart> files = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            if (Part.ATTACHMENT.equals(parts.getBodyPart(i).getDisposition())) {
                files.add(parts.getBodyPart(i));
            }
        }
        return files;
    }

    @Test
    void aBacklogOfHundredsIsClearedInOneGo() {
        post(IntStream.range(0, 300).mapToObj(i -> "p" + i).toArray(String[]::new));

        assertThat(worker(smtp.port(), 10_000).sendDue()).isEqualTo(300);

        assertThat(smtp.messages.stream().map(FaultySmtp::idOf).distinct()).hasSize(300);
    }

    private void post(String... people) {
        outbox.postAll(java.util.Arrays.stream(people)
                .map(person ->
                        new Mail("task.assigned", "t1", person(person), "task.assigned", Map.of("task", "Tự đánh giá")))
                .toList());
    }

    private MailWorker worker(int port, int timeout) {
        return new MailWorker(sorting, due, writer, server(port, timeout), SETTINGS, clock);
    }

    private static JavaMailSenderImpl server(int port, int timeout) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            server.getJavaMailProperties().put("mail.smtp." + wait, String.valueOf(timeout));
        }
        return server;
    }

    private QueuedMail the(String person) {
        return mails.search(null, person, 0, 1).get(0);
    }

    private static List<String> leaves(Object content) throws Exception {
        List<String> leaves = new java.util.ArrayList<>();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                leaves.addAll(leaves(part.getContent()));
            }
        } else {
            leaves.add(content.toString());
        }
        return leaves;
    }
}
