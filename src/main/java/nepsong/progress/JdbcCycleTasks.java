package nepsong.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's tables: its own interface would need several queries for each task. */
@Repository
class JdbcCycleTasks implements CycleTasks {

    private static final String PLACE = JdbcWorkload.placeOf("t", "p.business_key_");

    private final JdbcClient jdbc;

    JdbcCycleTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OverdueTask> overdue(String cycle, Instant now, int atMost) {
        Map<String, OverdueTask> tasks = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select t.*, u.first_ as first_name, u.last_ as last_name, l.group_id_ as candidates,
                               g.name_ as group_name,
                               (select max(o.created_at) from outbox o
                                where o.mail_key >= 'task.reminded/' || t.id || '/'
                                  and o.mail_key < 'task.reminded/' || t.id || '0') as reminded_at
                        from (select t.id_ as id, p.proc_def_key_ as process, t.name_ as name, t.due_date_ as due_at,
                                     t.assignee_ as assignee, %s as unit
                              from act_hi_procinst p join act_ru_task t on t.proc_inst_id_ = p.id_
                              where t.due_date_ < :now and %s
                              order by t.due_date_, t.name_, t.id_
                              fetch first :atMost rows only) t
                             left join act_id_user u on u.id_ = t.assignee
                             left join act_ru_identitylink l
                                  on l.task_id_ = t.id and l.type_ = 'candidate' and l.group_id_ is not null
                             left join act_id_group g on g.id_ = l.group_id_
                        order by t.due_at, t.name, t.id, l.group_id_
                        """
                                .formatted(PLACE, JdbcWorkload.OF_CYCLE))
                .param("cycle", cycle)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query((row, n) -> task(row))
                .list()
                .forEach(task -> tasks.merge(task.id(), task, JdbcCycleTasks::withGroupsOf));
        return List.copyOf(tasks.values());
    }

    @Override
    public Optional<OpenTask> find(String cycle, String task) {
        List<OpenTask> rows = jdbc.sql(
                        """
                        select t.id_, t.name_, t.assignee_, t.due_date_, l.group_id_, %s as unit
                        from act_ru_task t
                             join act_hi_procinst p on p.id_ = t.proc_inst_id_
                             left join act_ru_identitylink l
                                  on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
                        where t.id_ = :task and %s
                        order by l.group_id_
                        """
                                .formatted(PLACE, JdbcWorkload.OF_CYCLE))
                .param("cycle", cycle)
                .param("task", task)
                .query((row, n) -> new OpenTask(
                        row.getString("id_"),
                        or(row.getString("unit"), ""),
                        row.getString("name_"),
                        row.getString("assignee_"),
                        Stream.ofNullable(row.getString("group_id_")).toList(),
                        instant(row, "due_date_")))
                .list();
        return rows.stream()
                .reduce((first, other) -> new OpenTask(
                        first.id(),
                        first.unit(),
                        first.name(),
                        first.assignee(),
                        Stream.concat(first.groups().stream(), other.groups().stream())
                                .toList(),
                        first.dueAt()));
    }

    @Override
    public int completedSince(String cycle, Set<String> processes, Instant from) {
        return jdbc.sql(
                        """
                        select count(*) from act_hi_procinst p join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                        where t.delete_reason_ = 'completed' and t.end_time_ >= :from
                              and p.proc_def_key_ in (:processes) and %s
                        """
                                .formatted(JdbcWorkload.OF_CYCLE))
                .param("cycle", cycle)
                .param("processes", processes)
                .param("from", Timestamp.from(from))
                .query(Integer.class)
                .single();
    }

    private static OverdueTask task(ResultSet row) throws SQLException {
        String assignee = row.getString("assignee");
        String candidates = row.getString("candidates");
        return new OverdueTask(
                row.getString("id"),
                row.getString("process"),
                row.getString("unit"),
                row.getString("name"),
                assignee == null ? null : name(assignee, row.getString("first_name"), row.getString("last_name")),
                candidates == null ? List.of() : List.of(or(row.getString("group_name"), candidates)),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "reminded_at"));
    }

    private static OverdueTask withGroupsOf(OverdueTask task, OverdueTask same) {
        List<String> groups = new ArrayList<>(task.groups());
        groups.addAll(same.groups());
        return new OverdueTask(
                task.id(),
                task.process(),
                task.unit(),
                task.name(),
                task.assignee(),
                groups,
                task.dueAt(),
                task.remindedAt());
    }

    /** The engine's first name is the family's, as names are written here. */
    private static String name(String id, @Nullable String first, @Nullable String last) {
        String name = (or(first, "") + " " + or(last, "")).strip();
        return name.isEmpty() ? id : name;
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
