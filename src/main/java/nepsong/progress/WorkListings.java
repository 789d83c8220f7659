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
import nepsong.progress.Column.Kind;

/** What people have to do and have done in a cycle, as the engine has it. */
final class WorkListings {

    static final String OPEN = "open";
    static final String DONE = "done";

    static final Map<String, String> STATES = names(OPEN, "Đang mở", DONE, "Đã xong", "dropped", "Đã thu hồi");

    static final Map<String, String> YES_NO = names("yes", "Có", "no", "Không");

    private static final String PLACE = JdbcWorkload.placeOf("t", "p.business_key_");

    /** Whom an open task waits for: the engine forgets it when the task is done. */
    private static final String GROUPS =
            """
            case when x.ended_at is null then
                (select string_agg(coalesce(g.name_, l.group_id_), ', ' order by coalesce(g.name_, l.group_id_))
                 from act_ru_identitylink l left join act_id_group g on g.id_ = l.group_id_
                 where l.task_id_ = x.task and l.type_ = 'candidate' and l.group_id_ is not null) end""";

    /** No more of each task than what it counts as. */
    static final String STATES_OF_TASKS =
            """
            select %s as unit, %s as stage,
                   case when t.end_time_ is null then 'open' when t.delete_reason_ = 'completed' then 'done'
                        else 'dropped' end as state,
                   case when t.end_time_ is null and t.due_date_ < :now then 'yes' else 'no' end as late
            from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
            where %s
            """
                    .formatted(PLACE, stageOf(), JdbcWorkload.OF_CYCLE);

    private WorkListings() {}

    static List<Listing> all() {
        return List.of(tasks(), steps());
    }

    private static Listing tasks() {
        return new Listing(
                "tasks",
                "Công việc",
                "Mỗi dòng là một việc đã được giao trong kỳ: giao cho ai, hạn khi nào, đã xong hay chưa.",
                List.of(
                        text("name", "Việc"),
                        code("stage", "Giai đoạn", stages()),
                        Column.unit(),
                        text("person_name", "Người nhận"),
                        text("group_names", "Nhóm được giao").lookedUp(GROUPS),
                        of("offered_at", "Giao lúc", Kind.MOMENT),
                        of("due_at", "Hạn", Kind.MOMENT),
                        of("ended_at", "Xong lúc", Kind.MOMENT),
                        code("state", "Tình trạng", STATES),
                        code("late", "Quá hạn", YES_NO),
                        hidden("unit"),
                        hidden("process"),
                        hidden("activity"),
                        hidden("task")),
                """
                select t.id_ as task, t.name_ as name, p.proc_def_key_ as process, t.task_def_key_ as activity,
                       %s as stage, u.code as unit, u.name as unit_name,
                       coalesce(e.name, trim(coalesce(a.first_, '') || ' ' || coalesce(a.last_, t.assignee_))) as person_name,
                       t.start_time_ as offered_at, t.due_date_ as due_at, t.end_time_ as ended_at,
                       case when t.end_time_ is null then 'open' when t.delete_reason_ = 'completed' then 'done'
                            else 'dropped' end as state,
                       case when t.end_time_ is null and t.due_date_ < :now then 'yes' else 'no' end as late
                from act_hi_procinst p
                     join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                     left join units u on u.code = %s
                     left join act_id_user a on a.id_ = t.assignee_
                     left join erased_people e on e.id = t.assignee_
                where %s
                """
                        .formatted(stageOf(), PLACE, JdbcWorkload.OF_CYCLE),
                "due_at, name, task");
    }

    private static Listing steps() {
        return new Listing(
                "steps",
                "Hạn của các bước đang mở",
                "Mỗi dòng là một bước đang có việc mở: còn bao nhiêu việc, bao nhiêu việc quá hạn, hạn gần nhất là ngày nào.",
                List.of(
                        text("step", "Bước")
                                .to("/progress/{cycle}/tables/tasks?process={process}&activity={activity}&state=open"),
                        code("stage", "Giai đoạn", stages()),
                        of("open", "Việc mở", Kind.COUNT)
                                .to("/progress/{cycle}/tables/tasks?process={process}&activity={activity}&state=open"),
                        of("late", "Quá hạn", Kind.COUNT)
                                .to("/progress/{cycle}/tables/tasks?process={process}&activity={activity}&late=yes"),
                        of("next_due", "Hạn gần nhất", Kind.MOMENT),
                        of("days_left", "Còn (ngày làm việc)", Kind.WORKING_DAYS),
                        of("last_due", "Hạn xa nhất", Kind.MOMENT),
                        hidden("process"),
                        hidden("activity")),
                """
                select s.*, s.next_due as days_left
                from (
                select p.proc_def_key_ as process, t.task_def_key_ as activity, %s as stage,
                       %s as step, count(*) as open,
                       sum(case when t.due_date_ < :now then 1 else 0 end) as late,
                       min(case when t.due_date_ >= :now then t.due_date_ end) as next_due, max(t.due_date_) as last_due
                from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                where t.end_time_ is null and %s
                group by p.proc_def_key_, t.task_def_key_) s
                """
                        .formatted(stageOf(), stepIn("min(t.name_)"), JdbcWorkload.OF_CYCLE),
                "next_due nulls last, step");
    }

    /** SQL: the name of a step without whose it is, as a task says it and as the model does, e.g. {@code – ${unitName}}. */
    static String stepIn(String name) {
        return "regexp_replace(%s, '( \\([^()]*\\))?( ((TT|NV)-[0-9]+|[$#]\\{[^}]*\\}))? – .*$', '')".formatted(name);
    }

    private static String stageOf() {
        return Stream.of(Stage.values())
                .flatMap(stage -> stage.processes().stream().sorted().map(process -> "when '%s' then '%s'"
                        .formatted(process, stage.code())))
                .collect(Collectors.joining(" ", "case p.proc_def_key_ ", " end"));
    }

    static Map<String, String> stages() {
        Map<String, String> titles = new LinkedHashMap<>();
        Stream.of(Stage.values()).forEach(stage -> titles.put(stage.code(), stage.title()));
        return titles;
    }

    /** In their order. */
    static Map<String, String> names(String... codesAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < codesAndNames.length; i += 2) {
            names.put(codesAndNames[i], codesAndNames[i + 1]);
        }
        return names;
    }
}
