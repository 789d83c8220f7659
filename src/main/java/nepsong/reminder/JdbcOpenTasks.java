package nepsong.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's tables: one statement, where its own interface needs one for each task. */
@Repository
class JdbcOpenTasks implements OpenTasks {

    private static final String TASKS =
            """
            select t.id_ as id, t.name_ as name, t.task_def_key_ as activity, t.assignee_ as assignee,
                   t.due_date_ as due_at, d.key_ as process, e.business_key_ as business_key,
                   l.group_id_ as group_id, l.user_id_ as user_id
            from act_ru_task t
                 join act_re_procdef d on d.id_ = t.proc_def_id_
                 join act_ru_execution e on e.id_ = t.proc_inst_id_
                 left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where t.due_date_ is not null
            """;

    private static final String ORDER = " order by t.due_date_, t.id_, l.group_id_, l.user_id_";

    private record Row(OpenTask task, @Nullable String group, @Nullable String user) {}

    private final JdbcClient jdbc;

    JdbcOpenTasks(JdbcClient jdbc) {
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
        statement
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> tasks.merge(row.task().id(), with(row), (one, more) -> {
                    List<String> groups = new ArrayList<>(one.groups());
                    groups.addAll(more.groups());
                    List<String> users = new ArrayList<>(one.users());
                    users.addAll(more.users());
                    return new OpenTask(
                            one.id(),
                            one.name(),
                            one.step(),
                            one.businessKey(),
                            one.assignee(),
                            one.due(),
                            groups,
                            users);
                }));
        return List.copyOf(tasks.values());
    }

    private static OpenTask with(Row row) {
        OpenTask one = row.task();
        return new OpenTask(
                one.id(),
                one.name(),
                one.step(),
                one.businessKey(),
                one.assignee(),
                one.due(),
                row.group() == null ? List.of() : List.of(row.group()),
                row.user() == null ? List.of() : List.of(row.user()));
    }

    private static Row row(ResultSet row) throws SQLException {
        String task = row.getString("activity").replaceFirst("^userTask_", "");
        OpenTask open = new OpenTask(
                row.getString("id"),
                Objects.requireNonNullElse(row.getString("name"), ""),
                row.getString("process") + "."
                        + task.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(row.getString("business_key"), ""),
                row.getString("assignee"),
                row.getTimestamp("due_at").toInstant(),
                List.of(),
                List.of());
        return new Row(open, row.getString("group_id"), row.getString("user_id"));
    }
}
