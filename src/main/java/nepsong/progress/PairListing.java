package nepsong.progress;

import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import nepsong.progress.Column.Kind;

/** Who inspects whom, as the head of team approved it. */
final class PairListing {

    /**
     * A sheet that is printed is read by more people than the one who printed it: of a visit that is to surprise the unit
     * nothing stands there until its own sheet tells when it began.
     */
    private static final String NO_SECRET = "case when i.announced or i.visit_started_at is not null then %s end";

    private static final String OBSERVER =
            """
            (select coalesce(e.name, trim(coalesce(a.first_, '') || ' ' || coalesce(a.last_, w.person)))
             from inspection_participants w
                  left join act_id_user a on a.id_ = w.person
                  left join erased_people e on e.id = w.person
             where w.cycle = i.cycle and w.unit = i.unit and w.observer)""";

    private PairListing() {}

    static Listing pairs() {
        return new Listing(
                "pairs",
                "Phân công kiểm tra chéo",
                "Mỗi dòng là một cặp Trưởng đoàn đã duyệt. Lịch và người giám sát hiện ra khi đã lập lịch; của cuộc kiểm tra đột xuất thì chỉ sau khi đã kiểm tra.",
                List.of(
                        text("bloc_name", "Khối"),
                        text("inspecting_name", "Đơn vị kiểm tra").to("/units/{inspecting}?cycle={cycle}"),
                        text(Column.UNIT_NAME, "Đơn vị được kiểm tra").to("/units/{unit}?cycle={cycle}"),
                        text("group_name", "Tổ công tác giám sát"),
                        of("planned_at", "Lịch kiểm tra", Kind.WALL_TIME),
                        text("observer_name", "Người giám sát"),
                        hidden("unit"),
                        hidden("inspecting"),
                        hidden("bloc")),
                """
                select p.bloc, b.name as bloc_name, b.position as bloc_position, p.position as pair_position,
                       p.inspecting, coalesce(v.name, p.inspecting) as inspecting_name,
                       p.inspected as unit, coalesce(u.name, p.inspected) as unit_name,
                       g.name as group_name, %s as planned_at, %s as observer_name
                from pairs p
                     join pairings d on d.cycle = p.cycle and d.bloc = p.bloc and d.round = p.round
                          and d.approved_at is not null
                     join cycle_blocs b on b.cycle = p.cycle and b.bloc = p.bloc
                     left join units u on u.code = p.inspected
                     left join units v on v.code = p.inspecting
                     left join team_groups g on g.cycle = p.cycle and g.position = p.team_group
                     left join inspections i on i.cycle = p.cycle and i.unit = p.inspected
                where p.cycle = :cycle
                """
                        .formatted(NO_SECRET.formatted("i.planned_at"), NO_SECRET.formatted(OBSERVER)),
                "bloc_position, pair_position, unit");
    }
}
