package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import nepsong.organisation.UnitKind;
import nepsong.progress.Column.Kind;

/** Which units the inspection reaches, and how the cycles compare. */
final class CycleListings {

    private static final String INSPECTED =
            "exists (select 1 from inspections i where i.cycle = %s and i.unit = %s and i.cross_submitted_at is not null)";

    private CycleListings() {}

    static List<Listing> all() {
        return List.of(coverage(), trend());
    }

    private static Listing coverage() {
        return new Listing(
                "coverage",
                "Độ phủ kiểm tra",
                "Mỗi dòng là một đơn vị đang hoạt động khi mở kỳ. “Hai kỳ chưa được kiểm tra”: không có phiếu chấm chéo trong kỳ này và kỳ trước.",
                List.of(
                        Column.unit(),
                        code("kind", "Loại đơn vị", UnitKind.titles()),
                        text("bloc_name", "Khối trong kỳ"),
                        code("chosen", "Thuộc kỳ này", WorkListings.YES_NO),
                        code("inspected", "Đã kiểm tra chéo", WorkListings.YES_NO),
                        code("two_cycles", "Hai kỳ chưa được kiểm tra", WorkListings.YES_NO),
                        text("last_cycle", "Lần kiểm tra gần nhất"),
                        hidden("unit"),
                        hidden("bloc")),
                """
                select c.*, case when c.inspected = 'no' and :previous <> '' and c.inspected_before = 'no' then 'yes'
                                 else 'no' end as two_cycles
                from (
                    select u.code as unit, u.name as unit_name, u.kind, b.name as bloc_name, cu.bloc, u.position,
                           case when cu.unit is null then 'no' else 'yes' end as chosen,
                           case when %s then 'yes' else 'no' end as inspected,
                           case when %s then 'yes' else 'no' end as inspected_before,
                           (select max(i.cycle) from inspections i
                            where i.unit = u.code and i.cross_submitted_at is not null) as last_cycle
                    from cycles y
                         join units u on u.valid_from <= cast(y.started_at as date)
                              and (u.valid_to is null or u.valid_to >= cast(y.started_at as date))
                         left join cycle_units cu on cu.cycle = y.code and cu.unit = u.code
                         left join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
                    where y.code = :cycle
                    union
                    select cu.unit, coalesce(u.name, cu.unit), u.kind, b.name, cu.bloc, coalesce(u.position, 0), 'yes',
                           case when %s then 'yes' else 'no' end, case when %s then 'yes' else 'no' end,
                           (select max(i.cycle) from inspections i
                            where i.unit = cu.unit and i.cross_submitted_at is not null)
                    from cycle_units cu
                         join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
                         left join units u on u.code = cu.unit
                    where cu.cycle = :cycle) c
                """
                        .formatted(
                                INSPECTED.formatted(":cycle", "u.code"),
                                INSPECTED.formatted(":previous", "u.code"),
                                INSPECTED.formatted(":cycle", "cu.unit"),
                                INSPECTED.formatted(":previous", "cu.unit")),
                "position, unit");
    }

    private static Listing trend() {
        return new Listing(
                "trend",
                "Xu hướng qua các kỳ",
                "Mỗi dòng là một kỳ kiểm tra, đến kỳ đang xem.",
                List.of(
                        text("code", "Kỳ").to("/progress/{code}"),
                        of("units", "Đơn vị tham gia", Kind.COUNT).to("/progress/{code}/tables/coverage?chosen=yes"),
                        of("inspected", "Đã kiểm tra chéo", Kind.COUNT)
                                .to("/progress/{code}/tables/coverage?inspected=yes"),
                        of("mean_score", "Điểm bình quân", Kind.SCORE).to("/progress/{code}/tables/ranking"),
                        of("excellent", "Xuất sắc", Kind.COUNT).to("/progress/{code}/tables/ranking?grade=EXCELLENT"),
                        of("good", "Tốt", Kind.COUNT).to("/progress/{code}/tables/ranking?grade=GOOD"),
                        of("fair", "Khá", Kind.COUNT).to("/progress/{code}/tables/ranking?grade=FAIR"),
                        of("average", "Trung bình", Kind.COUNT).to("/progress/{code}/tables/ranking?grade=AVERAGE"),
                        of("poor", "Yếu", Kind.COUNT).to("/progress/{code}/tables/ranking?grade=POOR"),
                        of("findings", "Tồn tại", Kind.COUNT).to("/progress/{code}/tables/findings"),
                        of("repeats", "Tái diễn", Kind.COUNT).to("/progress/{code}/tables/findings?repeated=yes"),
                        of("awards", "Được khen thưởng", Kind.COUNT)
                                .to("/progress/{code}/tables/nominations?state=AWARDED")),
                """
                select c.code, c.started_at,
                       (select count(*) from cycle_units x where x.cycle = c.code) as units,
                       (select count(*) from inspections x join cycle_units m on m.cycle = x.cycle and m.unit = x.unit
                        where x.cycle = c.code and x.cross_submitted_at is not null) as inspected,
                       (select round(avg(x.final_score), 2) from results x where x.cycle = c.code) as mean_score,
                       %s, %s, %s, %s, %s,
                       (select count(*) from findings x where x.cycle = c.code) as findings,
                       (select count(*) from findings x where x.cycle = c.code and x.repeated) as repeats,
                       (select count(*) from award_publications x join nominations n on n.id = x.nomination
                        where n.cycle = c.code) as awards
                from cycles c join cycles this on this.code = :cycle and c.started_at <= this.started_at
                """
                        .formatted(
                                graded("EXCELLENT"), graded("GOOD"), graded("FAIR"), graded("AVERAGE"), graded("POOR")),
                "started_at, code");
    }

    private static String graded(String grade) {
        return "(select count(*) from results x where x.cycle = c.code and x.grade = '%s') as %s"
                .formatted(grade, grade.toLowerCase(java.util.Locale.ROOT));
    }
}
