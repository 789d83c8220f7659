package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.GradeUnits;
import nepsong.evaluation.GradingPolicy.Candidate;
import nepsong.evaluation.PointItems;
import nepsong.evaluation.ProposeAppraisals;
import nepsong.evaluation.ReportSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stage 4 of the finished cycle: appraised as the application proposes, graded and ranked by its rules, reported and published. */
@Component
class PastEvaluation {

    private static final Map<ReportSection, String> REPORT = Map.of(
            ReportSection.DIRECTION,
            "22 đơn vị đều ban hành kế hoạch, phân công lãnh đạo phụ trách và đầu mối; việc chỉ đạo được gắn với cải cách"
                    + " hành chính và kỷ cương công vụ.",
            ReportSection.COMMUNICATION,
            "Phần lớn đơn vị tuyên truyền hằng tháng, nội dung đã gắn với từng nhóm đối tượng; một số đơn vị còn làm theo"
                    + " đợt.",
            ReportSection.PUBLIC_PLACES,
            "Kỳ này kiểm tra nơi công sở; nơi công cộng được lồng ghép tại các điểm tiếp công dân.",
            ReportSection.MODELS,
            "Mô hình “Nụ cười một cửa”, “Phòng làm việc xanh” được nhiều đơn vị học tập.",
            ReportSection.RESULTS,
            "Điểm và xếp loại của từng đơn vị theo bảng kèm theo; thứ hạng tính trong từng khối.",
            ReportSection.SHORTCOMINGS,
            "Bảng niêm yết bạc màu, tuyên truyền chưa thường xuyên và chưa tự kiểm tra lần hai là ba tồn tại gặp nhiều"
                    + " nhất.",
            ReportSection.PROPOSALS,
            "Đề nghị các đơn vị tự kiểm tra ít nhất hai lần trong năm và thay bảng niêm yết trước kỳ kiểm tra sau.",
            ReportSection.COMMENDATION,
            "Đề nghị khen thưởng các đơn vị xếp loại Xuất sắc, đứng đầu khối.");

    private final ProposeAppraisals proposals;
    private final GradeUnits grading;
    private final TableRows tables;
    private final PastPoints points;

    PastEvaluation(ProposeAppraisals proposals, GradeUnits grading, TableRows tables, PastPoints points) {
        this.points = points;
        this.proposals = proposals;
        this.grading = grading;
        this.tables = tables;
    }

    void write(List<Bloc> blocs, List<PastUnit> units) {
        List<@Nullable Object[]> appraisals = new ArrayList<>();
        for (Bloc bloc : blocs) {
            proposals.candidates(CYCLE, bloc.code()).stream()
                    .map(Candidate::appraisal)
                    .forEach(proposed -> appraisals.add(appraisal(proposed)));
        }
        tables.insert(
                "appraisals",
                """
                cycle, unit, bonus, bonus_reason, penalty, penalty_reason, evidence_untrue, harassment_concluded,
                inspection_obstructed, head_disciplined, pledge_incomplete, veto_note, adjustment_reason, appraised_by,
                appraised_at""",
                appraisals);
        points.write(blocs);
        grading.grade(CYCLE);
        report();
        conference();
        published(units);
    }

    private @Nullable Object[] appraisal(Appraisal proposed) {
        PointItems bonus = points.bonus(proposed.unit());
        return row(
                CYCLE,
                proposed.unit(),
                bonus.bonus(),
                bonus.bonusReason(),
                proposed.penalty(),
                proposed.penaltyReason(),
                false,
                false,
                false,
                false,
                proposed.pledgeIncomplete(),
                proposed.vetoNote(),
                "",
                "appraiser1",
                at(LastYear.APPRAISED));
    }

    private void report() {
        tables.insert(
                "reports",
                "cycle, version, drafted_by, drafted_at",
                List.<@Nullable Object[]>of(row(CYCLE, 1, "secretary", at(LastYear.REPORTED))));
        List<@Nullable Object[]> sections = new ArrayList<>();
        REPORT.forEach((section, content) -> sections.add(row(CYCLE, 1, section.number(), content)));
        tables.insert("report_sections", "cycle, version, section, content", sections);
        List<@Nullable Object[]> opinions = new ArrayList<>();
        for (String member : LastYear.TEAM_MEMBERS) {
            opinions.add(row(CYCLE, 1, member, !member.equals("member2"), false, at(LastYear.REMARKED)));
        }
        tables.insert("report_opinions", "cycle, version, person, consents, silent, given_at", opinions);
        tables.insert(
                "report_remarks",
                """
                cycle, version, person, position, section, content, proposal, answer, answer_text, answered_by, answered_at""",
                List.<@Nullable Object[]>of(row(
                        CYCLE,
                        1,
                        "member2",
                        0,
                        ReportSection.SHORTCOMINGS.number(),
                        "Cần nêu rõ nguyên nhân chủ quan của các tồn tại.",
                        "Bổ sung một câu về trách nhiệm của người đứng đầu.",
                        "accepted",
                        "Đã bổ sung vào phần tồn tại, hạn chế.",
                        "secretary",
                        at(LastYear.ANSWERED))));
    }

    private void conference() {
        tables.insert(
                "conferences",
                """
                cycle, version, starts_at, place, chair, called_by, called_at, minutes, conclusion, recorded_by, recorded_at""",
                List.<@Nullable Object[]>of(row(
                        CYCLE,
                        1,
                        at(LastYear.CONFERENCE, 8),
                        "Hội trường Sở Văn hóa và Thể thao",
                        "Trưởng đoàn kiểm tra",
                        "secretary",
                        at(LastYear.INVITED),
                        "Hội nghị nghe báo cáo kết quả, thảo luận về tồn tại và cách làm hay của các đơn vị.",
                        "Thống nhất kết quả xếp loại; đề nghị công bố và xét khen thưởng.",
                        "secretary",
                        at(LastYear.CONFERENCE, 16))));
        tables.insert(
                "conference_tasks",
                "cycle, version, position, task, unit, due_on",
                List.<@Nullable Object[]>of(row(
                        CYCLE,
                        1,
                        0,
                        "Tập huấn đầu mối các đơn vị trước kỳ kiểm tra năm 2023",
                        "Sở Văn hóa và Thể thao",
                        LastYear.day(12, 30))));
    }

    /** Nobody asked for another look. */
    private void published(List<PastUnit> units) {
        tables.insert(
                "publications",
                """
                cycle, document_number, document_symbol, issued_on, made_public, published_by, published_at, concluded_at""",
                List.<@Nullable Object[]>of(row(
                        CYCLE,
                        214,
                        "QĐ-SVHTT",
                        LastYear.PUBLISHED,
                        "ranking",
                        "director",
                        at(LastYear.PUBLISHED),
                        at(LastYear.CONCLUDED))));
        tables.insert(
                "result_acceptances",
                "cycle, unit, accepted_by, accepted_at",
                units.stream()
                        .map(unit -> row(CYCLE, unit.code(), unit.head(), at(LastYear.APPEALED)))
                        .toList());
    }
}
