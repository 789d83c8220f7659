package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.evaluation.Grade;
import nepsong.evaluation.PointCause;
import nepsong.progress.Column.Kind;

/** Grades and ranks, as they were concluded. */
final class ResultListings {

    /** What was added or taken off is one number of the appraisal: its reason stands in the same row. */
    private static final String FILE = "/units/{unit}?cycle={cycle}";

    private ResultListings() {}

    static List<Listing> all() {
        return List.of(ranking(), points(), grades());
    }

    private static Listing ranking() {
        return new Listing(
                "ranking",
                "Xếp hạng trong khối",
                "Mỗi dòng là một đơn vị trong khối của mình. Thay đổi so với kỳ trước: số bậc tăng (+) hoặc giảm (−).",
                List.of(
                        text("bloc_name", "Khối"),
                        of("rank", "Hạng", Kind.PLACE).to("/progress/{cycle}/tables/ranking?bloc={bloc}"),
                        Column.unit(),
                        of("previous_rank", "Hạng kỳ trước", Kind.PLACE)
                                .to("/progress/{previous}/tables/ranking?bloc={previous_bloc}"),
                        of("moved", "Thay đổi", Kind.CHANGE),
                        of("self_score", "Tự chấm", Kind.SCORE).to("/progress/{cycle}/tables/scores?unit={unit}"),
                        of("cross_score", "Chấm chéo", Kind.SCORE).to("/progress/{cycle}/tables/scores?unit={unit}"),
                        of("bonus", "Thưởng", Kind.SCORE).to(FILE),
                        of("penalty", "Trừ", Kind.SCORE).to(FILE),
                        of("final_score", "Điểm cuối", Kind.SCORE).to("/progress/{cycle}/tables/scores?unit={unit}"),
                        code("grade_by_score", "Xếp loại theo điểm", gradeNames()),
                        code("grade", "Xếp loại", gradeNames()),
                        of("caps", "Vì sao bị giới hạn", Kind.NOTE),
                        of("bonus_reason", "Lý do thưởng", Kind.NOTE),
                        of("penalty_reason", "Lý do trừ", Kind.NOTE),
                        of("adjustment_reason", "Lý do điều chỉnh xếp loại", Kind.NOTE),
                        of("veto_note", "Ghi chú khi thẩm định", Kind.NOTE),
                        of("appeal_reason", "Lý do đề nghị xem xét lại", Kind.NOTE),
                        of("appeal_decision", "Quyết định về đề nghị xem xét lại", Kind.NOTE),
                        hidden("unit"),
                        hidden("bloc"),
                        hidden("previous"),
                        hidden("previous_bloc")),
                """
                select r.unit, u.name as unit_name, r.bloc, b.name as bloc_name, r.rank_in_bloc as rank,
                       before.rank_in_bloc as previous_rank, before.cycle as previous, before.bloc as previous_bloc,
                       before.rank_in_bloc - r.rank_in_bloc as moved,
                       r.self_score, r.cross_score, r.bonus, r.penalty, r.final_score, r.grade_by_score, r.grade,
                       (select string_agg(k.reason, '; ' order by k.position) from result_caps k
                        where k.cycle = r.cycle and k.unit = r.unit
                          and %s < %s) as caps,
                       a.bonus_reason, a.penalty_reason,
                       case when r.adjusted_grade is not null then a.adjustment_reason end as adjustment_reason,
                       a.veto_note, o.reason as appeal_reason,
                       o.decision_reason as appeal_decision, b.position as bloc_position
                from results r
                     join cycle_blocs b on b.cycle = r.cycle and b.bloc = r.bloc
                     left join units u on u.code = r.unit
                     left join appraisals a on a.cycle = r.cycle and a.unit = r.unit
                     left join appeals o on o.cycle = r.cycle and o.unit = r.unit
                     left join results before on before.cycle = :previous and before.unit = r.unit
                where r.cycle = :cycle
                """
                        .formatted(level("k.highest"), level("coalesce(r.adjusted_grade, r.grade_by_score)")),
                "bloc_position, rank, unit");
    }

    private static Listing points() {
        return new Listing(
                "points",
                "Căn cứ thưởng, trừ",
                "Mỗi dòng là một căn cứ mà đơn vị được thưởng hoặc bị trừ điểm khi thẩm định.",
                List.of(
                        text("bloc_name", "Khối"),
                        Column.unit(),
                        code("ground", "Căn cứ", causeNames()),
                        of("times", "Số lần, số ngày", Kind.COUNT),
                        text("reason", "Lý do"),
                        text("evidence", "Minh chứng"),
                        hidden("unit")),
                """
                select i.unit, u.name as unit_name, b.name as bloc_name, b.position as bloc_position, i.position,
                       i.cause as ground, i.times, i.reason, i.evidence
                from appraisal_items i
                     join results r on r.cycle = i.cycle and r.unit = i.unit
                     join cycle_blocs b on b.cycle = r.cycle and b.bloc = r.bloc
                     left join units u on u.code = i.unit
                where i.cycle = :cycle
                """,
                "bloc_position, unit, position");
    }

    private static Map<String, String> causeNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(PointCause.values()).forEach(cause -> names.put(cause.name(), cause.title()));
        return names;
    }

    private static Listing grades() {
        return new Listing(
                "grades",
                "Phân bố xếp loại",
                "Mỗi dòng là một mức xếp loại: bao nhiêu đơn vị đạt, và kỳ trước là bao nhiêu.",
                List.of(
                        code("grade", "Xếp loại", gradeNames()).to("/progress/{cycle}/tables/ranking?grade={grade}"),
                        of("units", "Số đơn vị", Kind.COUNT).to("/progress/{cycle}/tables/ranking?grade={grade}"),
                        of("share", "Tỷ lệ (%)", Kind.SCORE).to("/progress/{cycle}/tables/ranking?grade={grade}"),
                        of("previous_units", "Kỳ trước", Kind.COUNT)
                                .to("/progress/{previous}/tables/ranking?grade={grade}"),
                        hidden("previous")),
                """
                select g.grade, g.position, count(r.unit) as units,
                       round(100.0 * count(r.unit) / nullif(sum(count(r.unit)) over (), 0), 2) as share,
                       case when cast(:previous as varchar(20)) <> '' then
                           (select count(*) from results o where o.cycle = :previous and o.grade = g.grade)
                       end as previous_units,
                       cast(:previous as varchar(20)) as previous
                from (values ('EXCELLENT', 1), ('GOOD', 2), ('FAIR', 3), ('AVERAGE', 4), ('POOR', 5)) g(grade, position)
                     left join results r on r.grade = g.grade and r.cycle = :cycle
                group by g.grade, g.position
                """,
                "position");
    }

    /** How good the grade in this column is: a cap that is no worse than what was earned limits nothing. */
    private static String level(String grade) {
        return Stream.of(Grade.values())
                .map(one -> "when '%s' then %d".formatted(one.name(), one.level()))
                .collect(Collectors.joining(" ", "case " + grade + " ", " end"));
    }

    static Map<String, String> gradeNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(Grade.values()).forEach(grade -> names.put(grade.name(), grade.title()));
        return names;
    }
}
