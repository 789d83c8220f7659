package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.correction.FindingType;
import nepsong.correction.Severity;
import nepsong.progress.Column.Kind;

/** What was found wanting, how long ago, and whether it has been put right. */
final class FindingListings {

    private static final Map<String, String> STATES =
            WorkListings.names("open", "Đang khắc phục", "overdue", "▲ Quá hạn khắc phục", "closed", "✓ Đã khắc phục");

    private static final Map<String, String> AGES = WorkListings.names(
            "d10",
            "Đến 10 ngày",
            "d30",
            "11–30 ngày",
            "d60",
            "31–60 ngày",
            "older",
            "Trên 60 ngày",
            "closed",
            "Đã khắc phục");

    private static final String STATE =
            "case when f.closed_at is not null then 'closed' when f.due_on < :today then 'overdue' else 'open' end";

    private static final String AGE =
            """
            case when f.closed_at is not null then 'closed' when f.found_at >= :days10 then 'd10'
                 when f.found_at >= :days30 then 'd30' when f.found_at >= :days60 then 'd60' else 'older' end""";

    private FindingListings() {}

    static List<Listing> all() {
        return List.of(findings(), types());
    }

    private static Listing findings() {
        return new Listing(
                "findings",
                "Tồn tại",
                "Mỗi dòng là một tồn tại phát hiện tại đơn vị, hạn khắc phục và tình trạng hiện nay.",
                List.of(
                        Column.unit(),
                        text("code", "Mã"),
                        code("type", "Loại", types(FindingType.values())),
                        code("severity", "Mức độ", severities()),
                        text("place", "Địa điểm"),
                        of("description", "Mô tả", Kind.NOTE),
                        code("repeated", "Tái diễn", WorkListings.YES_NO),
                        of("found_at", "Phát hiện", Kind.MOMENT),
                        of("due_on", "Hạn khắc phục", Kind.DAY),
                        of("closed_at", "Khắc phục xong", Kind.MOMENT),
                        of("reopened", "Số lần làm lại", Kind.COUNT).to("/units/{unit}?cycle={cycle}#{code}"),
                        of("measure", "Biện pháp khắc phục", Kind.NOTE),
                        of("verdict_reason", "Nhận xét khi xác minh", Kind.NOTE),
                        code("state", "Tình trạng", STATES),
                        code("age", "Tuổi", AGES),
                        hidden("unit")),
                """
                select f.unit, u.name as unit_name, u.position as unit_position, 'TT-' || cast(f.number as varchar(10)) as code, f.number, f.type, f.severity,
                       f.place, f.description, case when f.repeated then 'yes' else 'no' end as repeated, f.found_at, f.due_on,
                       f.closed_at, f.reopened,
                       (select string_agg(r.measure, ' · ' order by r.number) from correction_reports r
                        where r.finding = f.id) as measure,
                       (select string_agg(r.verdict_reason, ' · ' order by r.number) from correction_reports r
                        where r.finding = f.id) as verdict_reason, %s as state, %s as age
                from findings f left join units u on u.code = f.unit
                where f.cycle = :cycle
                """
                        .formatted(STATE, AGE),
                "unit_position nulls last, unit, number");
    }

    private static Listing types() {
        return new Listing(
                "finding-types",
                "Tồn tại theo loại và tuổi",
                "Mỗi dòng là một loại tồn tại. Tuổi tính từ ngày phát hiện, cho những tồn tại chưa khắc phục xong.",
                List.of(
                        code("type", "Loại", types(FindingType.values()))
                                .to("/progress/{cycle}/tables/findings?type={type}"),
                        of("found", "Tổng số", Kind.COUNT).to("/progress/{cycle}/tables/findings?type={type}"),
                        aged("d10"),
                        aged("d30"),
                        aged("d60"),
                        aged("older"),
                        of("overdue", "Quá hạn", Kind.COUNT)
                                .to("/progress/{cycle}/tables/findings?type={type}&state=overdue"),
                        of("closed", "Đã khắc phục", Kind.COUNT)
                                .to("/progress/{cycle}/tables/findings?type={type}&state=closed"),
                        of("repeats", "Tái diễn", Kind.COUNT)
                                .to("/progress/{cycle}/tables/findings?type={type}&repeated=yes"),
                        of("mean_days", "Số ngày khắc phục bình quân", Kind.SCORE)
                                .to("/progress/{cycle}/tables/findings?type={type}&state=closed")),
                """
                select f.type, count(*) as found, %s, %s, %s, %s,
                       sum(case when %s = 'overdue' then 1 else 0 end) as overdue,
                       sum(case when f.closed_at is not null then 1 else 0 end) as closed,
                       sum(case when f.repeated then 1 else 0 end) as repeats,
                       round(cast(avg(extract(epoch from f.closed_at - f.found_at)) / 86400.0 as numeric(20, 6)), 2) as mean_days
                from findings f
                where f.cycle = :cycle
                group by f.type
                """
                        .formatted(sum("d10"), sum("d30"), sum("d60"), sum("older"), STATE),
                "found desc, type");
    }

    private static Column aged(String age) {
        return of(age, AGES.getOrDefault(age, age), Kind.COUNT)
                .to("/progress/{cycle}/tables/findings?type={type}&age=" + age);
    }

    private static String sum(String age) {
        return "sum(case when %s = '%s' then 1 else 0 end) as %s".formatted(AGE, age, age);
    }

    private static Map<String, String> types(FindingType... types) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(types).forEach(type -> names.put(type.name(), type.label()));
        return names;
    }

    private static Map<String, String> severities() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(Severity.values()).forEach(severity -> names.put(severity.name(), severity.label()));
        return names;
    }
}
