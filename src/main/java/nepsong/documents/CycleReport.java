package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BASIS;
import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.HEADING;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.Directive;
import nepsong.directive.Directives;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Appraisals;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Publications;
import nepsong.evaluation.Report;
import nepsong.evaluation.ReportSection;
import nepsong.evaluation.Reports;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The report on a cycle in its newest version: a draft, and marked as one, until the results are published. */
@Component
public class CycleReport {

    private static final List<Integer> COLUMNS = List.of(1_300, 800, 2_655, 1_100, 1_300, 2_200);

    private static final Set<String> READERS =
            Set.of(Groups.TEAM_MEMBERS, Groups.SECRETARIES, Groups.HEAD_OF_TEAM, Groups.DEPARTMENT_LEADERS);

    private final Reports reports;
    private final Results results;
    private final Appraisals appraisals;
    private final Publications publications;
    private final Directives directives;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final Clock clock;

    CycleReport(
            Reports reports,
            Results results,
            Appraisals appraisals,
            Publications publications,
            Directives directives,
            Cycles cycles,
            Units units,
            People people,
            Clock clock) {
        this.reports = reports;
        this.results = results;
        this.appraisals = appraisals;
        this.publications = publications;
        this.directives = directives;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.clock = clock;
    }

    /** Of the file, without its ending. */
    public static String name(String cycle) {
        return "bao-cao-ket-qua-" + cycle;
    }

    /** A DOCX; empty until it is drafted, and for whoever neither writes it nor is asked about it nor signs it. */
    public Optional<byte[]> of(String cycle, String person) {
        return people.groupsOf(person).stream().anyMatch(READERS::contains)
                ? reports.latest(cycle).map(report -> write(report).written())
                : Optional.empty();
    }

    private WordDocument write(Report report) {
        WordDocument document = OfficialLayout.begun(
                        "Sở Văn hóa và Thể thao",
                        "Đoàn kiểm tra",
                        "        /BC-ĐKT",
                        OfficialLayout.open(LocalDate.now(clock).getYear()))
                .add(TITLE, "BÁO CÁO")
                .add(TITLE, "Kết quả kiểm tra việc thực hiện hai Quy tắc ứng xử")
                .add(TITLE, cycles.get(report.cycle()).name());
        if (publications.of(report.cycle()).isEmpty()) {
            document.add(TITLE, "(Dự thảo, bản %d)".formatted(report.version()));
        }
        directives.find(report.cycle()).ifPresent(plan -> document.add(BASIS, basis(plan)));
        for (ReportSection section : ReportSection.values()) {
            String said = report.section(section);
            document.add(HEADING, section.title().toUpperCase(Locale.ROOT))
                    .add(BODY, said.isEmpty() ? "Không có." : said);
        }
        document.add(HEADING, "PHỤ LỤC: KẾT QUẢ THEO KHỐI")
                .table(
                        COLUMNS,
                        List.of(
                                "Khối",
                                "Hạng",
                                "Đơn vị",
                                "Điểm cuối",
                                "Xếp loại",
                                "Lý do điều chỉnh, giới hạn xếp loại"),
                        rows(report.cycle()));
        return OfficialLayout.signed(
                document,
                List.of(
                        "Ủy ban nhân dân Thành phố;",
                        "Sở Văn hóa và Thể thao;",
                        "Thành viên Đoàn kiểm tra;",
                        "Lưu: VT."),
                List.of("TRƯỞNG ĐOÀN KIỂM TRA"));
    }

    private static String basis(Directive plan) {
        return "Thực hiện Kế hoạch số %s %s, Đoàn kiểm tra báo cáo kết quả như sau:"
                .formatted(OfficialLayout.number(plan), OfficialLayout.inWords(plan.issuedOn()));
    }

    private List<List<String>> rows(String cycle) {
        Map<String, String> blocs = cycles.blocs(cycle).stream().collect(Collectors.toMap(Bloc::code, Bloc::name));
        Map<String, Appraisal> appraised = appraisals.of(cycle);
        return results.of(cycle).stream()
                .map(one -> row(one, blocs.getOrDefault(one.bloc(), one.bloc()), appraised.get(one.unit())))
                .toList();
    }

    private List<String> row(Result one, String bloc, @Nullable Appraisal appraisal) {
        Stream<String> adjusted = Stream.of(one.adjustment(appraisal == null ? "" : appraisal.adjustmentReason()))
                .filter(told -> !told.isEmpty());
        return List.of(
                bloc,
                String.valueOf(one.rank()),
                units.find(one.unit()).map(Unit::name).orElse(one.unit()),
                OfficialLayout.points(one.finalScore()),
                one.grade().title(),
                Stream.concat(adjusted, one.effectiveCaps().stream().map(Cap::reason))
                        .collect(Collectors.joining("; ")));
    }
}
