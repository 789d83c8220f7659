package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BASIS;
import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.ReadVisit;
import nepsong.crossinspection.VisitChange;
import nepsong.crossinspection.VisitChanges;
import nepsong.crossinspection.Visitors;
import nepsong.cycle.Cycles;
import nepsong.directive.Directive;
import nepsong.directive.Directives;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/** The notice of a visit: when, where, by whom, and what is to be prepared for it. */
@Component
public class VisitNotice {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final ReadVisit visits;
    private final Inspections inspections;
    private final VisitChanges changes;
    private final UnitChecklists checklists;
    private final Directives directives;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final Clock clock;

    VisitNotice(
            ReadVisit visits,
            Inspections inspections,
            VisitChanges changes,
            UnitChecklists checklists,
            Directives directives,
            Cycles cycles,
            Units units,
            People people,
            Clock clock) {
        this.visits = visits;
        this.inspections = inspections;
        this.changes = changes;
        this.checklists = checklists;
        this.directives = directives;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    /** Of the file, without its ending. */
    public static String name(String cycle, String unit) {
        return "thong-bao-lich-kiem-tra-" + cycle + "-" + unit;
    }

    /** A DOCX; empty until the visit is scheduled, and for whoever may not know of it. */
    public Optional<byte[]> of(String cycle, String unit, String person) {
        return visits.read(cycle, unit, person).map(visit -> write(visit).written());
    }

    private WordDocument write(Inspection visit) {
        String unit = unitName(visit.unit());
        WordDocument document = OfficialLayout.begun(
                        "Ủy ban nhân dân Thành phố Hà Nội",
                        "Sở Văn hóa và Thể thao",
                        "        /TB-SVHTT",
                        OfficialLayout.open(LocalDate.now(clock).getYear()))
                .add(TITLE, "THÔNG BÁO")
                .add(TITLE, "Lịch kiểm tra việc thực hiện hai Quy tắc ứng xử tại " + unit)
                .add(TITLE, cycles.get(visit.cycle()).name());
        directives.find(visit.cycle()).ifPresent(plan -> document.add(BASIS, basis(plan)));
        document.add(
                        BODY,
                        "Sở Văn hóa và Thể thao thông báo lịch %s kiểm tra tại %s như sau:"
                                .formatted(unitName(visit.inspecting()), unit))
                .add(BODY, "1. Thời gian: " + time(visit.plannedAt()) + ".")
                .add(BODY, "2. Địa điểm: " + OfficialLayout.clause(visit.place()) + ".");
        before(document, changes.of(visit.cycle(), visit.unit()));
        people(document, visit);
        scope(document, visit);
        document.add(
                BODY, "5. Tài liệu cần chuẩn bị: " + (visit.documents().isBlank() ? "Không có." : visit.documents()));
        document.add(
                BODY,
                visit.announced()
                        ? "Đề nghị %s bố trí lãnh đạo phụ trách, đầu mối và chuẩn bị tài liệu để cuộc kiểm tra diễn ra đúng lịch."
                                .formatted(unit)
                        : "Kiểm tra đột xuất: không báo trước cho đơn vị được kiểm tra.");
        return OfficialLayout.signed(document, receivers(visit), List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"));
    }

    private static String basis(Directive plan) {
        return "Căn cứ Kế hoạch số %s %s về kiểm tra việc thực hiện hai Quy tắc ứng xử."
                .formatted(OfficialLayout.number(plan), OfficialLayout.inWords(plan.issuedOn()));
    }

    /** What it takes the place of: an hour and a place that hold no more, or the people alone. */
    private static void before(WordDocument document, List<VisitChange> changes) {
        if (!changes.isEmpty()) {
            VisitChange last = changes.get(changes.size() - 1);
            document.add(
                    BODY,
                    last.keepsTimeAndPlace()
                            ? "Thông báo này thay thông báo trước đây: thành phần kiểm tra thay đổi, thời gian và địa điểm giữ nguyên."
                            : "Lịch này thay lịch đã thông báo trước đây (%s, tại %s)."
                                    .formatted(time(last.oldAt()), OfficialLayout.clause(last.oldPlace())));
        }
    }

    private void people(WordDocument document, Inspection visit) {
        Visitors visitors = inspections.visitors(visit.cycle(), visit.unit());
        List<String> names = new ArrayList<>(
                visitors.participants().stream().map(this::named).toList());
        if (visitors.observer() != null) {
            names.add(named(visitors.observer()) + " (giám sát của Đoàn kiểm tra)");
        }
        list(document, "3. Thành phần kiểm tra:", names);
    }

    private void scope(WordDocument document, Inspection visit) {
        List<String> scope = inspections.scope(visit.cycle(), visit.unit());
        list(
                document,
                "4. Nội dung kiểm tra tại chỗ:",
                checklists.of(visit.cycle(), visit.unit()).criteria().stream()
                        .filter(criterion -> scope.contains(criterion.groupCode()))
                        .map(criterion -> "%s – %s. %s"
                                .formatted(criterion.set().title(), criterion.group(), criterion.groupName()))
                        .distinct()
                        .toList());
    }

    private static void list(WordDocument document, String head, List<String> items) {
        document.add(BODY, head);
        OfficialLayout.items(items).forEach(item -> document.add(BODY, item));
    }

    private List<String> receivers(Inspection visit) {
        return Stream.of(visit.announced() ? visit.unit() : "", visit.inspecting())
                .filter(unit -> !unit.isEmpty())
                .map(unit -> unitName(unit) + ";")
                .collect(Collectors.collectingAndThen(Collectors.toList(), told -> Stream.concat(
                                told.stream(), Stream.of("Đoàn kiểm tra;", "Lưu: VT."))
                        .toList()));
    }

    private String named(String id) {
        return people.find(id)
                .map(person -> Stream.of(person.name(), person.position())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")))
                .orElse(id);
    }

    private String unitName(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    private static String time(LocalDateTime time) {
        return TIME.format(time);
    }
}
