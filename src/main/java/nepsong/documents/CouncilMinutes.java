package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.BOLD_HEAD;
import static nepsong.documents.WordDocument.Look.HEADING;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.commendation.Achievement;
import nepsong.commendation.Ballots;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.VoteResult;
import nepsong.documents.WordDocument.Line;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * The minutes of the council's vote on a nomination, for its chair and its secretary to sign. The vote is secret: totals alone,
 * and not even the nameless reasons, by whose words members may know each other.
 */
@Component
public class CouncilMinutes {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.ZONE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<Integer> COLUMNS = List.of(655, 6_700, 2_000);
    private static final String OPEN = "…………………………………………";

    private static final Set<String> READERS =
            Set.of(Groups.STANDING_OFFICE, Groups.AWARD_OFFICE, Groups.COUNCIL, Groups.CITY_LEADERS);

    private final Nominations nominations;
    private final Ballots ballots;
    private final Units units;
    private final People people;

    CouncilMinutes(Nominations nominations, Ballots ballots, Units units, People people) {
        this.nominations = nominations;
        this.ballots = ballots;
        this.units = units;
        this.people = people;
    }

    /** Of the file, without its ending. */
    public static String name(String nomination) {
        return "bien-ban-hop-hoi-dong-" + nomination;
    }

    /** A DOCX; empty until the votes are counted, and for whoever has no part in awards. */
    public Optional<byte[]> of(String nomination, String person) {
        return people.groupsOf(person).stream().anyMatch(READERS::contains)
                ? nominations.find(nomination).flatMap(one -> ballots.result(nomination)
                        .map(result -> write(one, result).written()))
                : Optional.empty();
    }

    private WordDocument write(Nomination nomination, VoteResult result) {
        WordDocument document = OfficialLayout.begun(
                        "Thành phố Hà Nội",
                        "Hội đồng Thi đua – Khen thưởng",
                        "        /BB-HĐTĐKT",
                        OfficialLayout.inWords(LocalDate.ofInstant(result.countedAt(), WorkingCalendar.ZONE)))
                .add(TITLE, "BIÊN BẢN")
                .add(TITLE, "Họp Hội đồng Thi đua – Khen thưởng, bỏ phiếu xét khen thưởng")
                .add(BODY, "Kiểm phiếu: %s. Địa điểm: %s".formatted(TIME.format(result.countedAt()), OPEN))
                .add(HEADING, "I. THÀNH PHẦN")
                .add(BODY, "1. Chủ trì: " + OPEN)
                .add(BODY, "2. Thư ký: " + OPEN)
                .add(
                        BODY,
                        "3. Hội đồng có %d thành viên: có mặt %d, gửi ý kiến bằng văn bản %d, không gửi phiếu %d."
                                .formatted(result.members(), result.present(), result.inWriting(), result.unanswered()))
                .add(HEADING, "II. NỘI DUNG");
        subject(document, nomination);
        return document.add(HEADING, "III. KẾT QUẢ BỎ PHIẾU KÍN")
                .table(COLUMNS, List.of("TT", "Nội dung", "Kết quả"), counted(result))
                .add(HEADING, "IV. KẾT LUẬN")
                .add(BODY, conclusion(nomination, result))
                .beside(signed("THƯ KÝ"), signed("CHỦ TRÌ"));
    }

    private void subject(WordDocument document, Nomination nomination) {
        Achievement achievement = nomination.achievement();
        List<String> items = new ArrayList<>(List.of(
                "%s: %s".formatted(nomination.subject().type().title(), whole(nomination)),
                "Đơn vị: " + units.find(nomination.unit()).map(Unit::name).orElse(nomination.unit()),
                "Hình thức đơn vị đề nghị: " + nomination.proposed().title(),
                "Hình thức Hội đồng bỏ phiếu: " + nomination.award().title(),
                "Thời gian lập thành tích: từ ngày %s đến ngày %s"
                        .formatted(DAY.format(achievement.from()), DAY.format(achievement.to()))));
        document.add(
                BODY, "Hội đồng xem xét hồ sơ đề nghị khen thưởng mã %s và bỏ phiếu kín.".formatted(nomination.id()));
        OfficialLayout.items(items).forEach(item -> document.add(BODY, item));
        document.add(BODY, "Tóm tắt thành tích:").add(BODY, achievement.text());
    }

    private static String whole(Nomination nomination) {
        String name = nomination.subject().name();
        String address = nomination.subject().address();
        return address.isEmpty() || address.equals(name) ? name : name + ", " + address;
    }

    private static List<List<String>> counted(VoteResult result) {
        List<List<String>> counted = List.of(
                List.of("Tổng số thành viên Hội đồng", String.valueOf(result.members())),
                List.of("Số phiếu đồng ý", String.valueOf(result.inFavour())),
                List.of("Số phiếu không đồng ý", String.valueOf(result.voted() - result.inFavour())),
                List.of("Không tham gia bỏ phiếu vì xung đột lợi ích", String.valueOf(result.abstained())),
                List.of("Không gửi phiếu", String.valueOf(result.unanswered())),
                List.of("Tỷ lệ đồng ý trên tổng số thành viên", OfficialLayout.points(result.percentInFavour()) + "%"),
                List.of("Tỷ lệ cần đạt", result.requiredPercent() + "%"));
        return IntStream.range(0, counted.size())
                .mapToObj(at -> List.of(
                        String.valueOf(at + 1),
                        counted.get(at).get(0),
                        counted.get(at).get(1)))
                .toList();
    }

    private static String conclusion(Nomination nomination, VoteResult result) {
        return "%s. Hội đồng %s đề nghị Thành phố tặng %s cho %s."
                .formatted(
                        OfficialLayout.clause(result.reason()),
                        result.passed() ? "tán thành" : "không tán thành",
                        nomination.award().title(),
                        nomination.subject().name());
    }

    private static List<Line> signed(String role) {
        return Stream.of(role, "", "", "")
                .map(text -> new Line(BOLD_HEAD, text))
                .toList();
    }
}
