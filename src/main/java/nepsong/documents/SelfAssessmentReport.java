package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.HEADING;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/** What a unit says about itself, as a document that its head signs. */
@Component
public class SelfAssessmentReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<Integer> COLUMNS = List.of(1_100, 3_555, 900, 1_000, 2_800);

    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final Reflections reflections;
    private final Cycles cycles;
    private final Units units;
    private final Clock clock;

    SelfAssessmentReport(
            Scorecards scorecards,
            UnitChecklists checklists,
            Reflections reflections,
            Cycles cycles,
            Units units,
            Clock clock) {
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.reflections = reflections;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    /** A DOCX; empty until the unit has scored itself. */
    public Optional<byte[]> of(String cycle, String unit) {
        List<ScorecardRow> scored = scorecards.of(cycle, unit).stream()
                .filter(row -> row.self() != null)
                .toList();
        return scored.isEmpty()
                ? Optional.empty()
                : Optional.of(write(cycle, unit, scored).written());
    }

    private WordDocument write(String cycle, String unit, List<ScorecardRow> scored) {
        UnitChecklist checklist = checklists.of(cycle, unit);
        WordDocument document = OfficialLayout.begun(
                "Ủy ban nhân dân Thành phố Hà Nội",
                units.find(unit).map(Unit::name).orElse(unit),
                "        /BC-        ",
                OfficialLayout.open(LocalDate.now(clock).getYear()));
        document.add(TITLE, "BÁO CÁO")
                .add(TITLE, "Tự đánh giá việc thực hiện hai Quy tắc ứng xử")
                .add(TITLE, cycles.get(cycle).name())
                .add(HEADING, "I. KẾT QUẢ TỰ CHẤM ĐIỂM")
                .add(
                        BODY,
                        "Tổng điểm tự chấm: %s trên thang điểm 100."
                                .formatted(OfficialLayout.points(checklist.total(scored.stream()
                                        .map(ScorecardRow::selfAnswer)
                                        .toList()))))
                .table(
                        COLUMNS,
                        List.of("Mã", "Tiêu chí", "Tối đa", "Tự chấm", "Thuyết minh"),
                        scored.stream()
                                .map(row -> row(checklist.get(row.criterion()), Objects.requireNonNull(row.self())))
                                .toList());
        said(document, reflections.of(cycle, unit));
        document.add(BODY, "Đơn vị chịu trách nhiệm về tính chính xác của kết quả tự đánh giá nêu trên.");
        return OfficialLayout.signed(
                document, List.of("Đoàn kiểm tra;", "Sở Văn hóa và Thể thao;", "Lưu: VT."), List.of("LÃNH ĐẠO ĐƠN VỊ"));
    }

    private static List<String> row(Criterion criterion, SelfScore self) {
        BigDecimal score = self.score();
        String explained = Stream.of(
                        self.naReason(),
                        self.figures().words(criterion),
                        self.note(),
                        self.evidence().isMissing()
                                ? ""
                                : "Minh chứng: " + self.evidence().cited())
                .filter(words -> words != null && !words.isEmpty())
                .collect(Collectors.joining("\n"));
        return List.of(
                criterion.code(),
                criterion.text(),
                OfficialLayout.points(criterion.max()),
                score == null ? "Không áp dụng" : OfficialLayout.points(score),
                explained);
    }

    private static void said(WordDocument document, Reflection reflection) {
        document.add(HEADING, "II. TỒN TẠI TỰ PHÁT HIỆN, HƯỚNG KHẮC PHỤC");
        reflection
                .findings()
                .forEach(one -> document.add(
                        BODY,
                        "- %s: %s. Hướng khắc phục: %s. Hạn: %s."
                                .formatted(
                                        one.type().label(),
                                        OfficialLayout.clause(one.description()),
                                        OfficialLayout.clause(one.remedy()),
                                        DAY.format(one.dueOn()))));
        orNone(document, reflection.findings());
        document.add(HEADING, "III. ĐỀ XUẤT KHEN THƯỞNG");
        reflection
                .proposals()
                .forEach(one -> document.add(
                        BODY, "- %s: %s.".formatted(one.name(), OfficialLayout.clause(one.achievement()))));
        orNone(document, reflection.proposals());
    }

    private static void orNone(WordDocument document, List<?> said) {
        if (said.isEmpty()) {
            document.add(BODY, "Không có.");
        }
    }
}
