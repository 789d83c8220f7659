package nepsong.demonstration;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.FindingDeadlines;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import nepsong.organisation.WorkingCalendar;

/**
 * One finding of the finished cycle and its correction.
 *
 * @param number   counts within the unit from 1
 * @param redoneOn when a second report came, because the first was not enough; the day of the first where it was
 */
record PastFinding(
        PastUnit unit,
        int number,
        Kind kind,
        CorrectionTerms terms,
        LocalDate assignedOn,
        LocalDate dueOn,
        LocalDate reportedOn,
        LocalDate redoneOn,
        LocalDate closedOn) {

    /** The first are the commonest. */
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    FindingType.BOARD_FADED,
                    Severity.MINOR,
                    "Sảnh tầng 1, trụ sở",
                    "Bảng niêm yết Quy tắc ứng xử đã bạc màu, khó đọc.",
                    "CS-C2",
                    "Đã thay bảng mới tại sảnh và bộ phận một cửa."),
            new Kind(
                    FindingType.COMMUNICATION_IRREGULAR,
                    Severity.MINOR,
                    "Hồ sơ tuyên truyền",
                    "Bốn tháng trong năm không có hoạt động tuyên truyền nào được ghi nhận.",
                    "CS-B3",
                    "Đã lập lịch tuyên truyền hằng tháng và phân công người phụ trách."),
            new Kind(
                    FindingType.WORKPLACE_UNTIDY,
                    Severity.MINOR,
                    "Phòng làm việc tầng 2",
                    "Tài liệu xếp trên lối đi, một số bàn làm việc chưa gọn gàng.",
                    "CS-C4",
                    "Đã sắp xếp lại phòng làm việc, bổ sung tủ hồ sơ."),
            new Kind(
                    FindingType.NO_SELF_CHECK,
                    Severity.MAJOR,
                    "Hồ sơ tự kiểm tra",
                    "Đơn vị chưa tổ chức tự kiểm tra nội bộ lần thứ hai trong năm.",
                    "CS-E1",
                    "Đã tự kiểm tra toàn bộ các phòng, có biên bản."),
            new Kind(
                    FindingType.BOARD_MISSING,
                    Severity.MAJOR,
                    "Bộ phận một cửa",
                    "Bộ phận một cửa chưa niêm yết Quy tắc ứng xử.",
                    "CS-C1",
                    "Đã niêm yết đầy đủ tại các vị trí theo quy định."),
            new Kind(
                    FindingType.CONDUCT,
                    Severity.MAJOR,
                    "Bộ phận một cửa",
                    "Hai lượt công dân phản ánh thái độ hướng dẫn chưa đúng mực.",
                    "CS-D4",
                    "Đã họp rút kinh nghiệm, bố trí lại cán bộ tiếp dân."));

    /** What was found, and what was done about it. */
    record Kind(
            FindingType type, Severity severity, String place, String description, String criterion, String measure) {}

    static List<PastFinding> of(List<PastUnit> units, FindingDeadlines deadlines, WorkingCalendar calendar) {
        List<PastFinding> findings = new ArrayList<>();
        for (PastUnit unit : units) {
            Random chance = unit.chance("findings");
            int count = unit.strength() > 0.95 ? 0 : 1 + chance.nextInt(unit.strength() < 0.8 ? 3 : 2);
            int first = chance.nextInt(KINDS.size());
            for (int i = 0; i < count; i++) {
                Kind kind = KINDS.get((first + i) % KINDS.size());
                deadlines
                        .of(LastYear.CYCLE, kind.type(), kind.severity())
                        .map(terms -> of(unit, terms, kind, findings.size(), calendar, chance))
                        .ifPresent(findings::add);
            }
        }
        return numbered(findings);
    }

    private static PastFinding of(
            PastUnit unit, CorrectionTerms terms, Kind kind, int seen, WorkingCalendar calendar, Random chance) {
        LocalDate assigned = calendar.plus(unit.minuted(), 1);
        LocalDate due = calendar.plus(unit.minuted(), terms.workingDays());
        int days = Math.max(1, terms.workingDays() - 2 + chance.nextInt(4));
        LocalDate reported = calendar.plus(unit.minuted(), Math.max(2, days));
        LocalDate redone = seen % 7 == 3 ? calendar.plus(reported, 6) : reported;
        return new PastFinding(
                unit, 1, kind, terms, assigned, due, reported, redone, calendar.plus(redone, 1 + chance.nextInt(4)));
    }

    private static List<PastFinding> numbered(List<PastFinding> findings) {
        List<PastFinding> numbered = new ArrayList<>();
        for (PastFinding one : findings) {
            long before = numbered.stream()
                    .filter(other -> other.unit().equals(one.unit()))
                    .count();
            numbered.add(new PastFinding(
                    one.unit(),
                    (int) before + 1,
                    one.kind(),
                    one.terms(),
                    one.assignedOn(),
                    one.dueOn(),
                    one.reportedOn(),
                    one.redoneOn(),
                    one.closedOn()));
        }
        return numbered;
    }

    /** The same each time the demonstration is made. */
    String id() {
        return UUID.nameUUIDFromBytes(
                        (LastYear.CYCLE + "/" + unit.code() + "/" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    boolean redone() {
        return !redoneOn.equals(reportedOn);
    }

    String code() {
        return "TT-" + number;
    }
}
