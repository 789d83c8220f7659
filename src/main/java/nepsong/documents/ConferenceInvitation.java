package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.evaluation.AnswerInvitation;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conferences;
import nepsong.evaluation.Reports;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The invitation to a cycle's newest conference. */
@Component
public class ConferenceInvitation {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.ZONE);

    private static final String OPEN = "…………………………………………………………";

    private final AnswerInvitation invitations;
    private final Reports reports;
    private final Conferences conferences;
    private final Cycles cycles;
    private final People people;
    private final Clock clock;

    ConferenceInvitation(
            AnswerInvitation invitations,
            Reports reports,
            Conferences conferences,
            Cycles cycles,
            People people,
            Clock clock) {
        this.invitations = invitations;
        this.reports = reports;
        this.conferences = conferences;
        this.cycles = cycles;
        this.people = people;
        this.clock = clock;
    }

    /** Of the file, without its ending. */
    public static String name(String cycle) {
        return "giay-moi-hoi-nghi-" + cycle;
    }

    /** A DOCX for the guest who asks; empty for everybody who is not invited. */
    public Optional<byte[]> to(String cycle, String person) {
        return invitations
                .of(cycle, person)
                .map(invitation -> write(cycle, invitation.conference(), guest(invitation.conference(), person)));
    }

    /** For the secretaries, the name left open: guests without a login are invited on paper. For others as {@link #to}. */
    public Optional<byte[]> of(String cycle, String person) {
        return people.groupsOf(person).contains(Groups.SECRETARIES)
                ? reports.latest(cycle).flatMap(conferences::find).map(conference -> write(cycle, conference, OPEN))
                : to(cycle, person);
    }

    /** Once it is held, its minutes name who came, and no longer by which login: then as the login says. */
    private String guest(Conference conference, String person) {
        return conference.guests().stream()
                .filter(guest -> person.equals(guest.person()))
                .findFirst()
                .map(ConferenceInvitation::named)
                .or(() -> people.find(person).map(Person::name))
                .orElse(OPEN);
    }

    private static String named(Guest guest) {
        return Stream.of(guest.name(), guest.agency())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private byte[] write(String cycle, Conference conference, String guest) {
        WordDocument document = OfficialLayout.begun(
                        "Sở Văn hóa và Thể thao",
                        "Đoàn kiểm tra",
                        "        /GM-ĐKT",
                        OfficialLayout.open(LocalDate.now(clock).getYear()))
                .add(TITLE, "GIẤY MỜI")
                .add(TITLE, "Dự Hội nghị đánh giá, rút kinh nghiệm")
                .add(TITLE, cycles.get(cycle).name())
                .add(BODY, "Đoàn kiểm tra trân trọng kính mời: " + guest)
                .add(BODY, "Tới dự Hội nghị đánh giá, rút kinh nghiệm việc kiểm tra, thực hiện hai Quy tắc ứng xử.")
                .add(BODY, "1. Thời gian: " + TIME.format(conference.startsAt()) + ".")
                .add(BODY, "2. Địa điểm: " + conference.place() + ".")
                .add(BODY, "3. Chủ trì: " + conference.chair() + ".");
        if (!conference.programme().isEmpty()) {
            document.add(BODY, "4. Chương trình:").add(BODY, conference.programme());
        }
        document.add(BODY, "Đề nghị đại biểu dự họp đúng thành phần, thời gian.");
        return OfficialLayout.signed(
                        document, List.of("Như trên;", "Lưu: VT."), List.of("CHỦ TRÌ HỘI NGHỊ", "", conference.chair()))
                .written();
    }
}
