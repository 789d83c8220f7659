package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.BOLD_HEAD;
import static nepsong.documents.WordDocument.Look.HEADING;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.Minutes;
import nepsong.crossinspection.Minutes.Signature;
import nepsong.crossinspection.VisitFinding;
import nepsong.cycle.Cycles;
import nepsong.documents.WordDocument.Line;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The minutes of a visit, for both sides to read and to sign. */
@Component
public class InspectionMinutes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");
    private static final List<Integer> COLUMNS = List.of(1_100, 3_555, 900, 1_000, 1_000, 1_800);
    private static final String NONE = "Không có.";

    private final Inspections inspections;
    private final UnitChecklists checklists;
    private final Cycles cycles;
    private final Units units;
    private final Clock clock;

    InspectionMinutes(Inspections inspections, UnitChecklists checklists, Cycles cycles, Units units, Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A DOCX; empty until they are written.
     *
     * @param scorecard of the inspected unit
     */
    public Optional<byte[]> of(String cycle, String unit, List<ScorecardRow> scorecard) {
        return inspections.minutes(cycle, unit).map(minutes -> write(inspections.get(cycle, unit), minutes, scorecard)
                .written());
    }

    private WordDocument write(Inspection visit, Minutes minutes, List<ScorecardRow> scorecard) {
        WordDocument document = begun(minutes.teamSignature())
                .add(TITLE, "BIÊN BẢN")
                .add(TITLE, "Kiểm tra việc thực hiện hai Quy tắc ứng xử tại " + name(visit.unit()))
                .add(TITLE, cycles.get(visit.cycle()).name())
                .add(
                        BODY,
                        "Thời gian: từ %s đến %s. Địa điểm: %s."
                                .formatted(
                                        time(visit.visitStartedAt()),
                                        time(visit.visitEndedAt()),
                                        OfficialLayout.clause(visit.place())))
                .add(HEADING, "I. THÀNH PHẦN")
                .add(BODY, "1. Bên kiểm tra:")
                .add(BODY, minutes.teamSide())
                .add(BODY, "2. Đơn vị được kiểm tra:")
                .add(BODY, minutes.unitSide())
                .add(HEADING, "II. NỘI DUNG")
                .add(BODY, minutes.content());
        scores(document, checklists.of(visit.cycle(), visit.unit()), scorecard);
        findings(document, inspections.findings(visit.cycle(), visit.unit()));
        document.add(HEADING, "V. KIẾN NGHỊ")
                .add(BODY, minutes.recommendations())
                .add(HEADING, "VI. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA")
                .add(BODY, minutes.unitOpinion().isEmpty() ? NONE : minutes.unitOpinion());
        if (minutes.refusedToSign()) {
            document.add(
                    BODY,
                    "Đơn vị từ chối ký biên bản. Lý do: %s. Người làm chứng: %s; %s."
                            .formatted(
                                    OfficialLayout.clause(minutes.refusalReason()),
                                    minutes.firstWitness(),
                                    OfficialLayout.clause(minutes.secondWitness())));
        }
        return document.beside(
                signed("ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", minutes.unitSignature()),
                signed("ĐẠI DIỆN BÊN KIỂM TRA", minutes.teamSignature()));
    }

    private WordDocument begun(@Nullable Signature signature) {
        return OfficialLayout.begun(
                "Sở Văn hóa và Thể thao",
                "Đoàn kiểm tra",
                "        /BB-ĐKT",
                signature == null
                        ? OfficialLayout.open(LocalDate.now(clock).getYear())
                        : OfficialLayout.inWords(signature.on()));
    }

    private static void scores(WordDocument document, UnitChecklist checklist, List<ScorecardRow> scorecard) {
        document.add(HEADING, "III. KẾT QUẢ")
                .add(
                        BODY,
                        "Điểm tự chấm: %s; điểm kiểm tra: %s, trên thang điểm 100."
                                .formatted(
                                        OfficialLayout.points(checklist.total(scorecard.stream()
                                                .map(ScorecardRow::selfAnswer)
                                                .toList())),
                                        OfficialLayout.points(checklist.total(scorecard.stream()
                                                .map(ScorecardRow::crossAnswer)
                                                .toList()))))
                .table(
                        COLUMNS,
                        List.of("Mã", "Tiêu chí", "Tối đa", "Tự chấm", "Kiểm tra", "Nhận xét"),
                        scorecard.stream().map(row -> row(checklist, row)).toList());
    }

    private static List<String> row(UnitChecklist checklist, ScorecardRow row) {
        ScorecardRow.CrossScore cross = row.cross();
        return List.of(
                row.criterion(),
                checklist.get(row.criterion()).text(),
                OfficialLayout.points(checklist.get(row.criterion()).max()),
                score(row.selfAnswer()),
                score(row.crossAnswer()),
                cross == null || cross.note() == null ? "" : cross.note());
    }

    private static String score(Answer answer) {
        return answer.notApplicable()
                ? "Không áp dụng"
                : answer.score() == null ? "" : OfficialLayout.points(answer.score());
    }

    private static void findings(WordDocument document, List<VisitFinding> findings) {
        document.add(HEADING, "IV. TỒN TẠI");
        if (findings.isEmpty()) {
            document.add(BODY, NONE);
        }
        findings.forEach(one -> document.add(
                BODY,
                "- %s: %s, mức độ %s, tại %s. %s."
                        .formatted(
                                one.code(),
                                FindingType.of(one.type())
                                        .map(FindingType::label)
                                        .orElse(one.type()),
                                Severity.of(one.severity()).map(Severity::label).orElse(one.severity()),
                                OfficialLayout.clause(one.place()),
                                OfficialLayout.clause(one.description()))));
    }

    private static List<Line> signed(String side, @Nullable Signature signature) {
        return Stream.of(side, "", "", signature == null ? "" : signature.signer())
                .map(text -> new Line(BOLD_HEAD, text))
                .toList();
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static String time(@Nullable LocalDateTime time) {
        return time == null ? "…" : TIME.format(time);
    }
}
