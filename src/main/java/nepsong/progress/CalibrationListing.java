package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import nepsong.progress.Column.Kind;

/** What the scores say of those who gave them. */
final class CalibrationListing {

    private static final String ROWS = "/progress/{cycle}/tables/scores?inspecting={inspecting}&compared=yes";

    private CalibrationListing() {}

    static Listing calibration() {
        return new Listing(
                "calibration",
                "Hiệu chuẩn đơn vị kiểm tra",
                "Mỗi dòng là một đơn vị đi kiểm tra; chênh lệch tính trên thang 100 điểm. "
                        + CalibrationPolicy.EXPLANATION,
                List.of(
                        text("inspecting_name", "Đơn vị kiểm tra").to("/units/{inspecting}?cycle={cycle}"),
                        of("criteria", "Số tiêu chí so sánh", Kind.COUNT).to(ROWS),
                        of("self_cross", "Tự chấm − chấm chéo", Kind.DIFFERENCE).to(ROWS),
                        of("cross_final", "Chấm chéo − điểm chốt", Kind.DIFFERENCE)
                                .to(ROWS),
                        code("verdict", "Nhận định", CalibrationPolicy.VERDICTS),
                        hidden("inspecting")),
                """
                select k.*, v.name as inspecting_name, %s as verdict from (
                    select i.inspecting, sum(n.criteria) as criteria,
                           round(100.0 * sum(n.self_cross) / sum(n.highest), 2) as self_cross,
                           round(100.0 * sum(n.cross_final) / nullif(sum(n.settled_highest), 0), 2) as cross_final,
                           round(100.0 * sum(sum(n.self_cross)) over () / sum(sum(n.highest)) over (), 2)
                               as mean_self_cross
                    from (select s.unit, count(*) as criteria, sum(s.self_score - s.cross_score) as self_cross,
                                 sum(c.max) as highest, coalesce(sum(s.cross_score - %2$s), 0) as cross_final,
                                 sum(case when %2$s is null then 0 else c.max end) as settled_highest
                          from scorecard_rows s %3$s
                          where s.cycle = :cycle and s.self_score is not null and s.cross_score is not null
                          group by s.unit) n
                         join inspections i on i.cycle = :cycle and i.unit = n.unit
                    group by i.inspecting) k
                     left join units v on v.code = k.inspecting
                """
                        .formatted(CalibrationPolicy.VERDICT, ScoreListings.FINAL, ScoreListings.THEIR_CRITERIA),
                "verdict desc, self_cross, inspecting");
    }
}
