package nepsong.notification;

import static nepsong.notification.OutboxTestContext.SETTINGS;
import static nepsong.notification.OutboxTestContext.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What a withdrawn cycle takes out of people's calendars. */
@SpringJUnitConfig({OutboxTestContext.class, CallOffAppointments.class})
class CallOffAppointmentsTest {

    private static final String REASON = "Thành phố dừng kiểm tra để phòng chống bão lụt";

    @Autowired
    private CallOffAppointments callOff;

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
    private MailTemplates templates;

    @Autowired
    private OutboxTestContext.MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEmptyOutbox() {
        jdbc.sql("delete from outbox").update();
    }

    @Test
    void whoeverWasToldOfAVisitOrAConferenceIsToldThatItDoesNotTakePlace() throws Exception {
        tell("cross-inspection.scheduled", "2023", "visit-1", 0, Duration.ofDays(3), "huong", "minh");
        tell("evaluation.conference-invited", "2023", "conference", 1, Duration.ofDays(20), "lan");
        tell("evaluation.conference-invited", "2023", "conference", 2, Duration.ofDays(30), "lan");
        tell("cross-inspection.scheduled", "2023", "past", 0, Duration.ofDays(-3), "huong");
        tell("cross-inspection.scheduled", "2024", "another", 0, Duration.ofDays(3), "huong");

        assertThat(callOff.of("2023", REASON)).isEqualTo(3);
        assertThat(callOff.of("2023", REASON)).as("once is enough").isZero();

        List<QueuedMail> told = mails.search(null, "appointment.called-off", 0, 10);
        assertThat(told)
                .extracting(QueuedMail::person, QueuedMail::subject)
                .containsExactlyInAnyOrder(
                        tuple("huong", "[QTƯX 2023] Thay đổi lịch kiểm tra"),
                        tuple("minh", "[QTƯX 2023] Thay đổi lịch kiểm tra"),
                        tuple("lan", "[QTƯX 2023] Thay đổi lịch hội nghị"));
        assertThat(told).allSatisfy(mail -> {
            assertThat(templates.text(mail)).contains("Lịch cũ: ", "Lịch mới: không có", "Lý do: " + REASON);
            assertThat(templates.html(mail)).contains("Lịch cũ: ", REASON);
        });
        assertThat(told)
                .filteredOn(mail -> mail.person().equals("lan"))
                .extracting(mail -> Appointment.of(mail.facts().get("appointment")))
                .as("after the newest of what was told")
                .containsExactly(
                        appointment("conference", 2, Duration.ofDays(30)).callOff());
        try (FaultySmtp smtp = new FaultySmtp()) {
            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(smtp.port());
            new MailWorker(sorting, due, writer, server, SETTINGS, clock).sendDue();
            assertThat(smtp.messages)
                    .filteredOn(message -> message.contains("method=CANCEL"))
                    .hasSize(3);
        }
    }

    private void tell(String template, String cycle, String uid, int version, Duration ahead, String... people) {
        for (String one : people) {
            outbox.post(new Mail(
                    template,
                    uid,
                    version,
                    person(one),
                    template,
                    Map.of(
                            "cycle",
                            cycle,
                            "appointment",
                            appointment(uid, version, ahead).facts())));
        }
    }

    private Appointment appointment(String uid, int version, Duration ahead) {
        Instant start = clock.instant().plus(ahead);
        return new Appointment(uid, start, start.plus(Duration.ofHours(3)), "Kiểm tra chéo", "Trụ sở", version);
    }
}
