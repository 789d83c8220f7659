package nepsong.progress;

import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import nepsong.progress.Column.Kind;

/** Scores, from the scorecards' rows upwards. */
final class ScoreListings {

    /** What counts of a row in the end: the appealed score, else the settled one. */
    static final String FINAL = "coalesce(s.appealed_score, s.final_score)";

    private static final String FINAL_LEFT_OUT =
            "(s.appealed_score is null and coalesce(s.final_not_applicable, false))";

    private static final String UNIT_NAME = "(select u.name from units u where u.code = x.unit)";

    private static final String INSPECTING =
            "(select i.inspecting from inspections i where i.cycle = :cycle and i.unit = x.unit)";

    private static final String INSPECTING_NAME =
            """
            (select v.name from inspections i join units v on v.code = i.inspecting
             where i.cycle = :cycle and i.unit = x.unit)""";

    private static final String SETTLED_REASON =
            """
            (select d.settled_reason from disputed_scores d
             where d.cycle = :cycle and d.unit = x.unit and d.criterion = x.criterion)""";

    private static final String UNIT_POSITION =
            "(select cu.position from cycle_units cu where cu.cycle = :cycle and cu.unit = x.unit)";

    private static final String BLOC_POSITION =
            """
            (select b.position from cycle_units cu join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
             where cu.cycle = :cycle and cu.unit = x.unit)""";

    private static final String CRITERION =
            """
            (select %s from criteria c
             where c.version = (select y.checklist_version from cycles y where y.code = :cycle) and c.code = x.criterion)""";

    private static final String SCORES_OF_UNITS =
            """
            select n.unit, u.name, n.amount
            from (select unit, count(*) as amount from scorecard_rows where cycle = :cycle group by unit) n
                 join cycle_units cu on cu.cycle = :cycle and cu.unit = n.unit
                 join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
                 left join units u on u.code = n.unit
            order by b.position, cu.position, n.unit
            """;

    /** For sums, which need no names: those come afterwards, to a row of each group. */
    static final String THEIR_CRITERIA =
            """
            join criteria c on c.version = (select y.checklist_version from cycles y where y.code = :cycle)
                 and c.code = s.criterion
            """;

    private static final String OF_GROUP = "/progress/{cycle}/tables/scores?unit={unit}&group_code={group_code}";

    private ScoreListings() {}

    static List<Listing> all() {
        return List.of(scores(), groups());
    }

    private static Listing scores() {
        return new Listing(
                        "scores",
                        "Điểm từng tiêu chí",
                        "Mỗi dòng là một tiêu chí của một đơn vị, với ba mức điểm và nhận xét kèm theo.",
                        List.of(
                                Column.unit().lookedUp(UNIT_NAME),
                                text("criterion", "Tiêu chí"),
                                of("wording", "Nội dung", Kind.NOTE).lookedUp(CRITERION.formatted("c.text")),
                                of("highest", "Tối đa", Kind.SCORE).lookedUp(CRITERION.formatted("c.max")),
                                of("self_score", "Tự chấm", Kind.SCORE),
                                of("cross_score", "Chấm chéo", Kind.SCORE),
                                of("final_score", "Điểm chốt", Kind.SCORE),
                                of("self_note", "Ghi chú của đơn vị", Kind.NOTE),
                                of("cross_note", "Nhận xét của đơn vị kiểm tra", Kind.NOTE),
                                of("explanation", "Giải trình", Kind.NOTE),
                                of("answer", "Trả lời giải trình", Kind.NOTE),
                                of("settled_reason", "Lý do của trưởng đoàn khi chốt điểm", Kind.NOTE)
                                        .lookedUp(SETTLED_REASON),
                                text("inspecting_name", "Đơn vị kiểm tra").lookedUp(INSPECTING_NAME),
                                text("group_name", "Nhóm tiêu chí").lookedUp(CRITERION.formatted("c.group_name")),
                                hidden("unit"),
                                hidden("inspecting").lookedUp(INSPECTING),
                                hidden("group_code").lookedUp(CRITERION.formatted(groupCode())),
                                hidden("compared"),
                                of("unit_position", "", Kind.PLACE).lookedUp(UNIT_POSITION),
                                of("bloc_position", "", Kind.PLACE).lookedUp(BLOC_POSITION)),
                        """
                select s.unit, s.criterion, %s as self_score, %s as cross_score,
                       case when %s then null else %s end as final_score,
                       coalesce(s.self_note, s.self_na_reason) as self_note,
                       coalesce(s.cross_note, s.cross_na_reason) as cross_note, s.explanation,
                       s.answer_reason as answer, %s as compared, s.position as row_position
                from scorecard_rows s
                where s.cycle = :cycle
                """
                                .formatted(own("self"), own("cross"), FINAL_LEFT_OUT, FINAL, compared()),
                        "bloc_position, unit_position, unit, row_position")
                .inParts(SCORES_OF_UNITS);
    }

    private static String own(String who) {
        return "case when s.%1$s_not_applicable then null else s.%1$s_score end".formatted(who);
    }

    private static String groupCode() {
        return "case c.set_code when 'workplace' then 'CS-' else 'CC-' end || c.group_letter";
    }

    /** Rows that say something of the inspectors: both sides scored, nobody left the criterion out. */
    private static String compared() {
        return "case when s.self_score is not null and s.cross_score is not null then 'yes' else 'no' end";
    }

    /** As the scoring rules do: what is left out counts on neither side, what is missing counts zero of its maximum. */
    private static String percent(String score, String leftOut) {
        return """
               case when count(%1$s) = 0 then null else
                    round(100.0 * sum(case when %2$s then 0 else coalesce(%1$s, 0) end)
                        / nullif(sum(case when %2$s then 0 else c.max end), 0), 2) end"""
                .formatted(score, leftOut);
    }

    private static Listing groups() {
        return new Listing(
                "groups",
                "Tỷ lệ đạt theo nhóm tiêu chí",
                "Mỗi dòng là một nhóm tiêu chí của một đơn vị: phần trăm điểm đạt được, không tính tiêu chí không áp dụng.",
                List.of(
                        Column.unit(),
                        text("bloc_name", "Khối"),
                        text("group_code", "Nhóm")
                                .to("/progress/{cycle}/tables/scores?unit={unit}&group_code={group_code}"),
                        text("group_name", "Tên nhóm"),
                        of("self_percent", "Tự chấm (%)", Kind.SCORE).to(OF_GROUP),
                        of("cross_percent", "Chấm chéo (%)", Kind.SCORE).to(OF_GROUP),
                        of("final_percent", "Điểm chốt (%)", Kind.SCORE).to(OF_GROUP),
                        of("difference", "Chênh lệch chấm chéo − tự chấm", Kind.DIFFERENCE)
                                .to(OF_GROUP),
                        of("criteria", "Số tiêu chí", Kind.COUNT).to(OF_GROUP),
                        hidden("unit"),
                        hidden("bloc")),
                """
                select g.*, g.cross_percent - g.self_percent as difference, u.name as unit_name, b.name as bloc_name,
                       b.position as bloc_position
                from (select cu.bloc, cu.position as unit_position, s.unit, %s as group_code,
                             min(c.group_name) as group_name, %s as self_percent, %s as cross_percent,
                             %s as final_percent, count(*) as criteria
                      from cycle_units cu
                           join scorecard_rows s on s.cycle = cu.cycle and s.unit = cu.unit
                           %s
                      where cu.cycle = :cycle
                      group by cu.bloc, cu.position, s.unit, c.set_code, c.group_letter) g
                     join cycle_blocs b on b.cycle = :cycle and b.bloc = g.bloc
                     left join units u on u.code = g.unit
                """
                        .formatted(
                                groupCode(),
                                percent("s.self_score", "coalesce(s.self_not_applicable, false)"),
                                percent("s.cross_score", "coalesce(s.cross_not_applicable, false)"),
                                percent(FINAL, FINAL_LEFT_OUT),
                                THEIR_CRITERIA),
                "bloc_position, unit_position, unit, group_code desc");
    }
}
