package nepsong.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.cycle.Affair;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's tables: one statement, where its own interface needs one for each task. */
@Repository
class JdbcDueTasks implements DueTasks {

    /** What inspectors do is in the file of their own unit, and not of the one that they inspect. */
    private static final String TASKS =
            """
            select t.id_ as id, t.name_ as name, t.task_def_key_ as activity, t.assignee_ as assignee,
                   t.due_date_ as due_at, d.key_ as process, e.business_key_ as business_key, c.text_ as cycle,
                   case when exists (select 1 from act_ru_identitylink i
                                     where i.task_id_ = t.id_ and i.group_id_ like 'inspectorAt%')
                        then n.text_ else u.text_ end as unit,
                   l.group_id_ as group_id, l.user_id_ as user_id
            from act_ru_task t
                 join act_re_procdef d on d.id_ = t.proc_def_id_
                 join act_ru_execution e on e.id_ = t.proc_inst_id_
                 left join act_ru_variable c on c.execution_id_ = t.proc_inst_id_ and c.name_ = 'cycle'
                 left join act_ru_variable u on u.execution_id_ = t.proc_inst_id_ and u.name_ = 'unit'
                 left join act_ru_variable n on n.execution_id_ = t.proc_inst_id_ and n.name_ = 'inspecting'
                 left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where t.due_date_ is not null
            """;

    private static final String ORDER = " order by t.due_date_, t.id_, l.group_id_, l.user_id_";

    private final JdbcClient jdbc;

    JdbcDueTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenTask> all() {
        return tasks(jdbc.sql(TASKS + ORDER));
    }

    @Override
    public Optional<OpenTask> find(String id) {
        return tasks(jdbc.sql(TASKS + " and t.id_ = ?" + ORDER).param(id)).stream()
                .findFirst();
    }

    @Override
    public List<OpenTask> of(String person) {
        return tasks(jdbc.sql(TASKS
                        + """
                         and (t.assignee_ = :person or exists (select 1 from act_ru_identitylink c
                             where c.task_id_ = t.id_ and c.type_ = 'candidate' and (c.user_id_ = :person
                                 or c.group_id_ in (select m.group_id_ from act_id_membership m where m.user_id_ = :person))))
                        """
                        + ORDER)
                .param("person", person));
    }

    private static List<OpenTask> tasks(JdbcClient.StatementSpec statement) {
        Map<String, OpenTask> tasks = new LinkedHashMap<>();
        statement.query((row, n) -> task(row)).list().forEach(task -> tasks.merge(task.id(), task, OpenTask::and));
        return List.copyOf(tasks.values());
    }

    private static OpenTask task(ResultSet row) throws SQLException {
        String task = row.getString("activity").replaceFirst("^userTask_", "");
        return new OpenTask(
                row.getString("id"),
                text(row, "name"),
                row.getString("process") + "."
                        + task.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                text(row, "business_key"),
                new Affair(text(row, "cycle"), text(row, "unit")),
                row.getString("assignee"),
                row.getTimestamp("due_at").toInstant(),
                one(row, "group_id"),
                one(row, "user_id"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static List<String> one(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? List.of() : List.of(value);
    }
}
