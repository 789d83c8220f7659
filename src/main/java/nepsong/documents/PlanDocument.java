package nepsong.documents;

import static nepsong.documents.WordDocument.Look.BASIS;
import static nepsong.documents.WordDocument.Look.BODY;
import static nepsong.documents.WordDocument.Look.HEADING;
import static nepsong.documents.WordDocument.Look.TITLE;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.Theme;
import nepsong.directive.Directive;
import nepsong.directive.Directives;
import nepsong.directive.LegalBasis;
import nepsong.directive.Milestone;
import nepsong.directive.Plan;
import nepsong.directive.PlanProposal;
import nepsong.directive.Plans;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** The plan as a document, to be mended in Word and signed. Its number and day stand there once they were entered, and not before. */
@Component
public class PlanDocument {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String KIND = "Kế hoạch ";

    private static final List<Integer> COLUMNS = List.of(655, 5_300, 1_700, 1_700);

    private final Plans plans;
    private final Directives directives;
    private final PlanProposal proposal;
    private final Checklists checklists;
    private final Units units;

    PlanDocument(Plans plans, Directives directives, PlanProposal proposal, Checklists checklists, Units units) {
        this.plans = plans;
        this.directives = directives;
        this.proposal = proposal;
        this.checklists = checklists;
        this.units = units;
    }

    /** A DOCX; empty until the cycle has a draft. */
    public Optional<byte[]> of(String cycle) {
        return plans.find(cycle).map(plan -> write(plan).written());
    }

    private WordDocument write(Plan plan) {
        WordDocument document = begun(plan, directives.find(plan.cycle()));
        document.add(TITLE, "KẾ HOẠCH").add(TITLE, subject(plan.summary()));
        bases(document, plan.legalBases());
        document.add(HEADING, "I. MỤC ĐÍCH, YÊU CẦU")
                .add(HEADING, "1. Mục đích")
                .add(BODY, plan.purpose())
                .add(HEADING, "2. Yêu cầu")
                .add(BODY, plan.requirements());
        scope(document, plan);
        document.add(HEADING, "III. NỘI DUNG")
                .add(BODY, "1. Kiểm tra, chấm điểm theo " + checklist(plan.checklistVersion()) + ".")
                .add(BODY, "2. Chuyên đề nơi công cộng: " + themes(plan.themes()) + ".")
                .add(HEADING, "IV. TIẾN ĐỘ THỰC HIỆN")
                .table(COLUMNS, List.of("TT", "Bước", "Từ ngày", "Đến ngày"), milestones(plan.milestones()))
                .add(HEADING, "V. TỔ CHỨC THỰC HIỆN")
                .add(
                        BODY,
                        "Sở Văn hóa và Thể thao là cơ quan thường trực, theo dõi, đôn đốc việc thực hiện. Các đơn vị"
                                + " thuộc phạm vi triển khai, báo cáo đúng các mốc thời gian nêu trên.");
        return OfficialLayout.signed(
                document,
                List.of("Các đơn vị thuộc phạm vi kế hoạch;", "Sở Văn hóa và Thể thao;", "Lưu: VT."),
                List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"));
    }

    private static WordDocument begun(Plan plan, Optional<Directive> issued) {
        return OfficialLayout.begun(
                "Ủy ban nhân dân",
                "Thành phố Hà Nội",
                issued.map(OfficialLayout::number).orElse("        /KH-UBND"),
                issued.map(one -> OfficialLayout.inWords(one.issuedOn()))
                        .orElse(OfficialLayout.open(plan.draftedOn().getYear())));
    }

    /** The kind of document stands above it already. */
    private static String subject(String summary) {
        return summary.regionMatches(true, 0, KIND, 0, KIND.length())
                ? summary.substring(KIND.length(), KIND.length() + 1).toUpperCase(Locale.ROOT)
                        + summary.substring(KIND.length() + 1)
                : summary;
    }

    private static void bases(WordDocument document, List<LegalBasis> bases) {
        for (int i = 0; i < bases.size(); i++) {
            LegalBasis basis = bases.get(i);
            document.add(
                    BASIS,
                    "Căn cứ %s số %s %s: %s%s"
                            .formatted(
                                    basis.kind(),
                                    basis.number(),
                                    OfficialLayout.inWords(basis.issuedOn()),
                                    OfficialLayout.clause(basis.title()),
                                    i == bases.size() - 1 ? "." : ";"));
        }
    }

    private void scope(WordDocument document, Plan plan) {
        String names = units.find(plan.units()).stream().map(Unit::name).collect(Collectors.joining("; "));
        document.add(HEADING, "II. PHẠM VI")
                .add(
                        BODY,
                        "Kế hoạch thực hiện tại %d đơn vị: %s."
                                .formatted(plan.units().size(), names));
    }

    private String checklist(int version) {
        return checklists.version(version).title() + " (phiên bản " + version + ")";
    }

    private String themes(List<String> codes) {
        Map<String, String> titles =
                proposal.eligibleThemes().stream().collect(Collectors.toMap(Theme::code, Theme::title));
        return IntStream.range(0, codes.size())
                .mapToObj(at -> titles.getOrDefault(codes.get(at), codes.get(at)) + (at == 0 ? " (trọng tâm)" : ""))
                .collect(Collectors.joining("; "));
    }

    private static List<List<String>> milestones(List<Milestone> milestones) {
        return IntStream.range(0, milestones.size())
                .mapToObj(at -> List.of(
                        String.valueOf(at + 1),
                        milestones.get(at).title(),
                        DAY.format(milestones.get(at).from()),
                        DAY.format(milestones.get(at).to())))
                .toList();
    }
}
