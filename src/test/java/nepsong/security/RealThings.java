package nepsong.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.progress.ManagedCycle;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A finished cycle with an invitation to its conference, and of the unit Tây Hồ a running self-assessment with a task, a mail and evidence: all have ids. */
final class RealThings {

    private static final String UNIT = "q-tay-ho";

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final String cycle;
    private final ProcessInstance instance;

    /** Segment before it, or name in braces, to value. */
    private final Map<String, String> values = new LinkedHashMap<>();

    RealThings(ProcessEngine engine, JdbcClient jdbc, String cycle) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.cycle = cycle;
        ManagedCycle.forget(jdbc, cycle);
        new ManagedCycle(jdbc, cycle, Instant.now())
                .begun(60)
                .configured(Map.of("khoi-1", List.of(UNIT, "so-du-lich", "q-ba-dinh")))
                .selfAssessed(false)
                .finished();
        invite("headOfTeam");
        this.instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "self-assessment",
                        cycle + "/" + UNIT,
                        Map.of(
                                "cycle", cycle,
                                "cycleName", "Kỳ",
                                "bloc", "khoi-1",
                                "blocName", "Khối",
                                "unit", UNIT,
                                "unitKey", "qtayho",
                                "unitName", "Quận Tây Hồ"));
        engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).list().stream()
                .filter(job -> job.getDuedate() == null)
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        String definition = instance.getProcessDefinitionId();
        values.put("code", cycle);
        values.put("unit", UNIT);
        values.put("role", "council");
        values.put("process", "self-assessment");
        values.put("name", "tasks");
        values.put("mail/", one("select max(id) from outbox"));
        values.put("task", task.getId());
        values.put("task/", task.getId());
        values.put("history/task/", task.getId());
        values.put("process-instance/", instance.getId());
        values.put("execution/", instance.getId());
        values.put("process-definition/", definition);
        values.put("process-definition/key/", "self-assessment");
        values.put("decision-definition/key/", "performance-grade");
        values.put("deployment/", one("select max(id_) from act_re_deployment"));
        values.put("filter/", one("select id_ from act_ru_filter where name_ = 'Việc của tôi'"));
        values.put("authorization/", one("select max(id_) from act_ru_authorization"));
        values.put("user/", "office");
        values.put("group/", "council");
    }

    /** The path with what is there; a brace is left where nothing of that kind is. */
    String in(String path) {
        String real = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            real = value.getKey().endsWith("/")
                    ? real.replaceAll("(?<=/" + value.getKey() + ")\\{[^}]*\\}", value.getValue())
                    : real.replace("{" + value.getKey() + "}", value.getValue());
        }
        return real;
    }

    private void invite(String person) {
        List.of(
                        "insert into reports (cycle, version, drafted_by, drafted_at) values (:cycle, 1, 'secretary', :now)",
                        """
                        insert into conferences (cycle, version, starts_at, place, chair, called_by, called_at)
                        values (:cycle, 1, :now, 'Hội trường', 'Trưởng đoàn', 'secretary', :now)
                        """,
                        "insert into conference_invitations (cycle, version, person) values (:cycle, 1, :person)")
                .forEach(insert -> jdbc.sql(insert)
                        .param("cycle", cycle)
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .param("person", person)
                        .update());
    }

    void areTakenAway() {
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over");
        List.of("conference_invitations", "conferences", "reports")
                .forEach(table -> jdbc.sql("delete from " + table + " where cycle = ?")
                        .param(cycle)
                        .update());
        ManagedCycle.forget(jdbc, cycle);
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
