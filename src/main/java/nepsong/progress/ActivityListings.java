package nepsong.progress;

import static nepsong.progress.Column.code;
import static nepsong.progress.Column.hidden;
import static nepsong.progress.Column.of;
import static nepsong.progress.Column.text;

import java.util.List;
import nepsong.progress.Column.Kind;

/** What goes on in the processes as they are drawn. */
final class ActivityListings {

    /** Behind a user task stand its tasks, behind every other activity the times that the engine went through it. */
    private static final String ROWS = "/progress/{cycle}/tables/{rows_of}?process={process}&activity={activity}";

    private static final String LONGEST_FIRST =
            "/progress/{cycle}/tables/activity-instances?process={process}&activity={activity}&sort=hours&desc=true";

    private static final String SHOWN =
            "a.act_type_ in ('userTask', 'callActivity', 'serviceTask', 'businessRuleTask')";

    private ActivityListings() {}

    static List<Listing> all() {
        return List.of(activities(), instances());
    }

    /** Activities that a diagram shows; tasks are counted by what people did, everything else by what the engine did. */
    private static Listing activities() {
        return new Listing(
                "activities",
                "Các bước của quy trình",
                "Mỗi dòng là một bước trên sơ đồ: đang chạy, đã xong, quá hạn bao nhiêu, và bình quân mất bao lâu.",
                List.of(
                        text("name", "Bước").to(ROWS),
                        of("running", "Đang chạy", Kind.COUNT).to(ROWS + "&state=open"),
                        of("done", "Đã xong", Kind.COUNT).to(ROWS + "&state=done"),
                        of("late", "Quá hạn", Kind.COUNT).to(ROWS + "&late=yes"),
                        of("mean_hours", "Bình quân (giờ)", Kind.SCORE).to(LONGEST_FIRST),
                        of("longest_hours", "Lâu nhất (giờ)", Kind.SCORE).to(LONGEST_FIRST),
                        hidden("process"),
                        hidden("activity"),
                        hidden("type"),
                        hidden("rows_of")),
                """
                select p.proc_def_key_ as process, a.act_id_ as activity, a.act_type_ as type,
                       case when a.act_type_ = 'userTask' then 'tasks' else 'activity-instances' end as rows_of,
                       %s as name,
                       sum(case when a.end_time_ is null then 1 else 0 end) as running,
                       sum(case when a.end_time_ is not null and coalesce(t.delete_reason_, 'completed') = 'completed'
                                     and coalesce(a.act_inst_state_, 0) <> 2 then 1 else 0 end) as done,
                       sum(case when a.end_time_ is null and t.due_date_ < :now then 1 else 0 end) as late,
                       round(cast(avg(a.duration_) / 3600000.0 as numeric(20, 6)), 2) as mean_hours,
                       round(cast(max(a.duration_) / 3600000.0 as numeric(20, 6)), 2) as longest_hours
                from act_hi_procinst p
                     join act_hi_actinst a on a.proc_inst_id_ = p.id_
                     left join act_hi_taskinst t on t.id_ = a.task_id_
                where %s and %s
                group by p.proc_def_key_, a.act_id_, a.act_type_
                """
                        .formatted(
                                WorkListings.stepIn("min(coalesce(a.act_name_, a.act_id_))"),
                                SHOWN,
                                JdbcWorkload.OF_CYCLE),
                "process, running desc, done desc, activity");
    }

    private static Listing instances() {
        return new Listing(
                "activity-instances",
                "Các lần chạy của từng bước",
                "Mỗi dòng là một lần quy trình đi qua một bước: cho đơn vị nào, từ lúc nào đến lúc nào, mất bao lâu.",
                List.of(
                        text("name", "Bước"),
                        Column.unit(),
                        text("bloc_name", "Khối"),
                        of("started_at", "Bắt đầu", Kind.MOMENT),
                        of("ended_at", "Kết thúc", Kind.MOMENT),
                        of("hours", "Thời gian (giờ)", Kind.SCORE),
                        code("state", "Tình trạng", WorkListings.STATES),
                        code("late", "Quá hạn", WorkListings.YES_NO),
                        hidden("unit"),
                        hidden("process"),
                        hidden("activity"),
                        hidden("instance")),
                """
                select i.*, u.name as unit_name, b.name as bloc_name
                from (select a.id_ as instance, p.proc_def_key_ as process, a.act_id_ as activity,
                             coalesce(t.name_, %s) as name,
                             %s as unit,
                             a.start_time_ as started_at, a.end_time_ as ended_at,
                             round(cast(a.duration_ / 3600000.0 as numeric(20, 6)), 2) as hours,
                             case when a.end_time_ is null then 'open' when a.act_inst_state_ = 2
                                  or coalesce(t.delete_reason_, 'completed') <> 'completed' then 'dropped'
                                  else 'done' end as state,
                             case when a.end_time_ is null and t.due_date_ < :now then 'yes' else 'no' end as late
                      from act_hi_procinst p
                           join act_hi_actinst a on a.proc_inst_id_ = p.id_
                           left join act_hi_taskinst t on t.id_ = a.task_id_
                           left join act_hi_procinst c on c.id_ = a.call_proc_inst_id_
                      where %s and %s) i
                     left join units u on u.code = i.unit
                     left join cycle_units cu on cu.cycle = :cycle and cu.unit = i.unit
                     left join cycle_blocs b on b.cycle = :cycle and b.bloc = coalesce(cu.bloc, i.unit)
                """
                        .formatted(
                                WorkListings.stepIn("coalesce(a.act_name_, a.act_id_)"),
                                JdbcWorkload.placeOf("a", "coalesce(c.business_key_, p.business_key_)"),
                                SHOWN,
                                JdbcWorkload.OF_CYCLE),
                "started_at, name, instance");
    }
}
