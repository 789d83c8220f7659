package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nepsong.catalogue.Criterion;
import nepsong.organisation.Demonstration;
import nepsong.organisation.Person;
import nepsong.selfassessment.UnitChecklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scorecards of the finished cycle: what units said of themselves, what inspectors saw, and what was settled. */
@Component
class PastScores {

    private static final String COLUMNS =
            """
            cycle, unit, criterion, position, self_not_applicable, self_na_reason, self_score, self_note, evidence_number,
            evidence_issued_on, evidence_page, cross_not_applicable, cross_na_reason, cross_score, cross_note, agreed,
            explanation, proposed_score, answer, answer_reason, final_not_applicable, final_score""";

    /** Nothing was found in a cycle before the first, so nothing could be corrected. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "CS-E4", "Năm trước chưa tổ chức kiểm tra nên không có tồn tại phải khắc phục.",
            "CC-E3", "Năm trước chưa tổ chức kiểm tra nên không có tồn tại phải khắc phục.");

    private static final List<String> NOTES = List.of(
            "Đã triển khai đầy đủ, có hồ sơ kèm theo.",
            "Thực hiện theo kế hoạch năm của đơn vị.",
            "Có văn bản phân công và kết quả theo dõi hằng quý.",
            "Hồ sơ lưu tại văn phòng, có danh sách kèm theo.",
            "Còn một số bộ phận thực hiện chưa đều.");
    private static final List<String> SEEN = List.of(
            "Đã xem hồ sơ và kiểm tra thực tế, phù hợp với tự đánh giá.",
            "Kiểm tra tại bộ phận một cửa và hai phòng chuyên môn.",
            "Hồ sơ đầy đủ, số liệu khớp với báo cáo.",
            "Đã trao đổi với cán bộ phụ trách và người dân.");

    private final UnitChecklists checklists;
    private final TableRows tables;

    PastScores(UnitChecklists checklists, TableRows tables) {
        this.checklists = checklists;
        this.tables = tables;
    }

    void write(List<PastUnit> units) {
        List<@Nullable Object[]> assessments = new ArrayList<>();
        List<@Nullable Object[]> inspectors = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> disputes = new ArrayList<>();
        for (PastUnit unit : units) {
            assessments.add(assessment(unit));
            inspectors.add(row(CYCLE, unit.code(), unit.inspector()));
            scorecard(unit, rows, disputes);
        }
        tables.insert(
                "self_assessments",
                """
                cycle, unit, acknowledged_at, acknowledged_by, contact_name, contact_position, contact_phone, contact_email,
                head_in_charge, staff_count, due_on, scored_at, scored_by, approved_at, approved_by, late_days, completed_at,
                completed_by""",
                assessments);
        tables.insert("self_assessment_inspectors", "cycle, unit, person", inspectors);
        tables.insert("scorecard_rows", COLUMNS, rows);
        tables.insert(
                "disputed_scores",
                "cycle, unit, criterion, to_head, answered, answered_score, settled_score",
                disputes);
    }

    private static @Nullable Object[] assessment(PastUnit unit) {
        Person contact = Demonstration.of(unit.code(), unit.name()).get(0).person();
        return row(
                CYCLE,
                unit.code(),
                at(unit.acknowledged()),
                unit.coordinator(),
                contact.name(),
                "Chuyên viên văn phòng",
                contact.phone(),
                contact.email(),
                unit.head(),
                90 + unit.chance("staff").nextInt(160),
                unit.dueOn(),
                at(unit.scored(), 16),
                unit.coordinator(),
                at(unit.approved(), 15),
                unit.head(),
                unit.lateDays(),
                at(unit.completed()),
                "secretary");
    }

    private void scorecard(PastUnit unit, List<@Nullable Object[]> rows, List<@Nullable Object[]> disputes) {
        Random chance = unit.chance("scores");
        int position = 0;
        int disputed = 0;
        for (Criterion criterion : checklists.of(CYCLE, unit.code()).criteria()) {
            String leftOut = LEFT_OUT.get(criterion.code());
            Marks marks = Marks.of(criterion, unit.strength(), chance);
            boolean explained = leftOut == null && marks.contested() && disputed < 2;
            disputed += explained ? 1 : 0;
            Marks settled = explained ? marks : marks.agreed();
            rows.add(
                    leftOut == null
                            ? scored(unit, criterion, position++, settled, explained, chance)
                            : leftOut(unit, criterion, position++, leftOut));
            if (explained) {
                disputes.add(row(CYCLE, unit.code(), criterion.code(), false, true, settled.last(), null));
            }
        }
    }

    private static @Nullable Object[] leftOut(PastUnit unit, Criterion criterion, int position, String reason) {
        return row(
                CYCLE,
                unit.code(),
                criterion.code(),
                position,
                true,
                reason,
                null,
                null,
                null,
                null,
                null,
                true,
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null);
    }

    private static @Nullable Object[] scored(
            PastUnit unit, Criterion criterion, int position, Marks marks, boolean explained, Random chance) {
        BigDecimal full = criterion.max();
        boolean kept = marks.last().compareTo(marks.self()) == 0;
        return row(
                CYCLE,
                unit.code(),
                criterion.code(),
                position,
                false,
                null,
                marks.self(),
                NOTES.get(marks.self().compareTo(full) == 0 ? chance.nextInt(NOTES.size() - 1) : NOTES.size() - 1),
                "%d/BC-VP".formatted(20 + position),
                LastYear.day(1 + position % 3, 5 + position % 20),
                "trang " + (1 + position % 6),
                false,
                null,
                marks.cross(),
                marks.cross().compareTo(marks.self()) < 0
                        ? "Một số vị trí được kiểm tra chưa đạt yêu cầu, có ghi trong biên bản."
                        : SEEN.get(chance.nextInt(SEEN.size())),
                explained ? false : null,
                explained ? "Đơn vị đã bổ sung hồ sơ ngay sau buổi kiểm tra, đề nghị đoàn xem lại." : null,
                explained ? marks.self() : null,
                explained ? (kept ? "accept" : "reject") : null,
                explained
                        ? (kept
                                ? "Hồ sơ bổ sung chứng minh được nội dung đơn vị tự chấm."
                                : "Hồ sơ bổ sung lập sau ngày kiểm tra nên không thay đổi điểm.")
                        : null,
                false,
                marks.last());
    }
}
