package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.progress.Column.Kind;

/** What the overview shows beside single tasks: the cycles, the plan's milestones, the blocs, and each unit in each stage. */
final class PlanListings {

    private static final String TASKS = "/progress/{cycle}/tables/tasks?unit={unit}&stage={stage}";

    private PlanListings() {}

    static List<Listing> all() {
        return List.of(cycles(), milestones(), blocs(), unitStages());
    }

    private static Listing cycles() {
        return new Listing(
                "cycles",
                "Các kỳ kiểm tra",
                "Mỗi dòng là một kỳ kiểm tra từ trước đến nay.",
                List.of(
                        text("code", "Kỳ").to("/progress/{code}"),
                        text("name", "Tên"),
                        code(
                                "state",
                                "Tình trạng",
                                WorkListings.names(
                                        "running",
                                        CycleState.RUNNING.title(),
                                        "finished",
                                        CycleState.FINISHED.title(),
                                        "withdrawn",
                                        CycleState.WITHDRAWN.title())),
                        of("started_at", "Mở lúc", Kind.MOMENT),
                        of("finished_at", "Kết thúc lúc", Kind.MOMENT),
                        of("withdrawn_at", "Dừng lúc", Kind.MOMENT),
                        of("withdrawal_reason", "Lý do dừng", Kind.NOTE)),
                """
                select c.code, c.name, c.started_at, c.finished_at, c.withdrawn_at, c.withdrawal_reason,
                       case when c.withdrawn_at is not null then 'withdrawn' when c.finished_at is not null then 'finished'
                            else 'running' end as state
                from cycles c
                """,
                "started_at desc, code desc");
    }

    private static Listing milestones() {
        return new Listing(
                "milestones",
                "Các mốc theo kế hoạch",
                "Mỗi dòng là một mốc của kế hoạch, với ngày đầu và ngày cuối.",
                List.of(
                        text("title", "Mốc"),
                        of("first_day", "Từ ngày", Kind.DAY),
                        of("last_day", "Đến ngày", Kind.DAY)),
                "select m.title, m.first_day, m.last_day, m.position from plan_milestones m where m.cycle = :cycle",
                "position");
    }

    private static Listing blocs() {
        return new Listing(
                "blocs",
                "Các khối",
                "Mỗi dòng là một khối trong kỳ.",
                List.of(
                        text("bloc_name", "Khối").to("/progress/{cycle}?bloc={bloc}"),
                        of("units", "Số đơn vị", Kind.COUNT).to("/progress/{cycle}/tables/coverage?bloc={bloc}"),
                        hidden("bloc")),
                """
                select b.bloc, b.name as bloc_name, b.position,
                       (select count(*) from cycle_units u where u.cycle = b.cycle and u.bloc = b.bloc) as units
                from cycle_blocs b where b.cycle = :cycle
                """,
                "position");
    }

    private static Listing unitStages() {
        String stages = IntStream.range(0, Stage.OF_UNITS.size())
                .mapToObj(at -> "('%s', %d)".formatted(Stage.OF_UNITS.get(at).code(), at))
                .collect(Collectors.joining(", "));
        return new Listing(
                "unit-stages",
                "Từng đơn vị trong từng giai đoạn",
                "Mỗi dòng là một đơn vị trong một giai đoạn: bao nhiêu việc đang mở, đã xong, quá hạn.",
                List.of(
                        text("bloc_name", "Khối"),
                        Column.unit(),
                        code("stage", "Giai đoạn", WorkListings.stages()),
                        of("open", "Đang mở", Kind.COUNT).to(TASKS + "&state=open"),
                        of("done", "Đã xong", Kind.COUNT).to(TASKS + "&state=done"),
                        of("late", "Quá hạn", Kind.COUNT).to(TASKS + "&late=yes"),
                        code("late_unit", "Đơn vị có việc quá hạn", WorkListings.YES_NO),
                        hidden("unit"),
                        hidden("bloc")),
                """
                select cu.bloc, b.name as bloc_name, b.position as bloc_position, cu.unit, u.name as unit_name,
                       cu.position as unit_position, s.stage, s.position as stage_position,
                       coalesce(w.open_ones, 0) as open, coalesce(w.done_ones, 0) as done, coalesce(w.late_ones, 0) as late,
                       case when sum(w.late_ones) over (partition by cu.unit) > 0 then 'yes' else 'no' end as late_unit
                from cycle_units cu
                     join cycle_blocs b on b.cycle = cu.cycle and b.bloc = cu.bloc
                     cross join (values %s) s(stage, position)
                     left join units u on u.code = cu.unit
                     left join (select x.unit, x.stage, sum(case when x.state = 'open' then 1 else 0 end) as open_ones,
                                       sum(case when x.state = 'done' then 1 else 0 end) as done_ones,
                                       sum(case when x.late = 'yes' then 1 else 0 end) as late_ones
                                from (%s) x group by x.unit, x.stage) w on w.unit = cu.unit and w.stage = s.stage
                where cu.cycle = :cycle
                """
                        .formatted(stages, WorkListings.STATES_OF_TASKS),
                "bloc_position, unit_position, unit, stage_position");
    }
}
