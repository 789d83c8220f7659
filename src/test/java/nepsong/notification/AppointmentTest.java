package nepsong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Instant START = Instant.parse("2023-11-08T01:30:00Z");
    private static final Instant END = Instant.parse("2023-11-08T04:30:00Z");
    private static final Instant WRITTEN = Instant.parse("2023-10-30T02:00:00Z");

    private static final String SENDER = "khong-tra-loi@nepsong.example";

    private static final Appointment VISIT = new Appointment(
            "visit-2023-q-ba-dinh@nepsong",
            START,
            END,
            "Kiểm tra chéo tại Quận Ba Đình; mời dự, đúng giờ",
            "Trụ sở Ủy ban nhân dân quận Ba Đình, số 25 phố Liễu Giai, phường Liễu Giai, quận Ba Đình, thành phố Hà Nội",
            1);

    @Test
    void aCalendarReadsBackWhatWasWritten() {
        VEvent event =
                Biweekly.parse(VISIT.file(WRITTEN, SENDER)).first().getEvents().get(0);

        assertThat(event.getUid().getValue()).isEqualTo("visit-2023-q-ba-dinh@nepsong");
        assertThat(event.getDateStart().getValue()).isEqualTo(Date.from(START));
        assertThat(event.getDateEnd().getValue()).isEqualTo(Date.from(END));
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Date.from(WRITTEN));
        assertThat(event.getSummary().getValue()).isEqualTo(VISIT.title());
        assertThat(event.getLocation().getValue()).isEqualTo(VISIT.place());
        assertThat(event.getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void whatIsCalledOffIsTheSameEntryChangedOnceMore() {
        String file = VISIT.callOff().file(WRITTEN, SENDER);
        VEvent event = Biweekly.parse(file).first().getEvents().get(0);

        assertThat(file).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "ORGANIZER:mailto:" + SENDER + "\r\n");
        assertThat(event.getUid().getValue()).isEqualTo(VISIT.uid());
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(Appointment.of(Facts.of(VISIT.callOff().facts()))).isEqualTo(VISIT.callOff());
    }

    @Test
    void linesEndAndBreakAsTheStandardSays() {
        String file = VISIT.file(WRITTEN, SENDER);

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file).contains("VERSION:2.0\r\n", "METHOD:PUBLISH\r\n", "DTSTART:20231108T013000Z\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(file).contains("\\; mời dự\\, đúng giờ");
        assertThat(file.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
        assertThat(VISIT.file(WRITTEN, SENDER))
                .as("the same mail, the same file")
                .isEqualTo(file);
    }

    @Test
    void itSurvivesTheOutbox() {
        assertThat(Appointment.of(Facts.of(VISIT.facts()))).isEqualTo(VISIT);
        assertThatThrownBy(() -> new Appointment("x", END, START, "x", "x", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
