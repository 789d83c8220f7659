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

/**
 * A finished cycle with an invitation to its conference and an opinion on its report, and of the unit Tây Hồ a running self-assessment with a task, a mail
 * and evidence, and a nomination that it has confirmed, with a paper: all have ids.
 */
final class RealThings {

    private static final String UNIT = "q-tay-ho";

    private static final String EVIDENCE = "0f0e0d0c-0000-4000-8000-000000000001";
    private static final String PAPER = "0f0e0d0c-0000-4000-8000-000000000002";
    private static final String CONTENT = "e".repeat(64);

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
        // The process lays out its own.
        jdbc.sql("delete from scorecard_rows where cycle = ? and unit = ?")
                .params(cycle, UNIT)
                .update();
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
        // Where files are brought.
        jdbc.sql("update self_assessments set due_on = current_date + 5 where cycle = ? and unit = ?")
                .params(cycle, UNIT)
                .update();
        engine.getRuntimeService()
                .createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("userTask_acknowledge")
                .startBeforeActivity("userTask_scoreCriteria")
                .execute();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        String definition = instance.getProcessDefinitionId();
        aFileProves();
        aPaperIsOfANomination();
        values.put("evidence/", EVIDENCE);
        values.put("papers/", PAPER);
        values.put("parameters/", "late.per-day");
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
        values.put("people/", "office");
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
        return real.endsWith("/scorecard") ? real + "?cycle=" + cycle : real;
    }

    private void invite(String person) {
        List.of(
                        "insert into reports (cycle, version, drafted_by, drafted_at) values (:cycle, 1, 'secretary', :now)",
                        """
                        insert into conferences (cycle, version, starts_at, place, chair, called_by, called_at)
                        values (:cycle, 1, :now, 'Hội trường', 'Trưởng đoàn', 'secretary', :now)
                        """,
                        "insert into conference_invitations (cycle, version, person) values (:cycle, 1, :person)",
                        """
                        insert into report_opinions (cycle, version, person, consents, silent, given_at)
                        values (:cycle, 1, :person, false, false, :now)
                        """,
                        """
                        insert into report_remarks (cycle, version, person, position, section, content, proposal)
                        values (:cycle, 1, :person, 0, 'general', 'Ý kiến', '')
                        """)
                .forEach(insert -> jdbc.sql(insert)
                        .param("cycle", cycle)
                        .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                        .param("person", person)
                        .update());
    }

    void areTakenAway() {
        withoutFile();
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the test is over");
        List.of("report_remarks", "report_opinions", "conference_invitations", "conferences", "reports")
                .forEach(table -> jdbc.sql("delete from " + table + " where cycle = ?")
                        .param(cycle)
                        .update());
        ManagedCycle.forget(jdbc, cycle);
    }

    /** As a row: nobody reads what is in it. */
    private void aFileProves() {
        withoutFile();
        jdbc.sql("insert into stored_files values (?, 3, 'application/pdf', current_timestamp)")
                .param(CONTENT)
                .update();
        jdbc.sql("insert into stored_file_parts values (?, 0, ?)")
                .params(CONTENT, new byte[] {1, 2, 3})
                .update();
        jdbc.sql(
                        """
                        insert into evidence (id, cycle, unit, kind, topic, file_name, media_type, size, sha256, shown_sha256,
                               added_at, added_by)
                        select ?, cycle, unit, 'SELF_ASSESSMENT', min(criterion), 'quy-che.pdf', 'application/pdf', 3, ?, ?,
                               current_timestamp, 'qtayhoCoordinator'
                        from scorecard_rows where cycle = ? and unit = ? group by cycle, unit
                        """)
                .params(EVIDENCE, CONTENT, CONTENT, cycle, UNIT)
                .update();
    }

    /** It tells of people: not everybody of the unit reads it, and of the team nobody. */
    private void aPaperIsOfANomination() {
        String nomination = jdbc.sql("select min(id) from nominations where cycle = ? and unit = ?")
                .params(cycle, UNIT)
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into nomination_confirmations (nomination, members, present, in_favour, confirmed, confirmed_by,
                               confirmed_at)
                        values (?, 9, 9, 9, true, 'qtayhoHead', current_timestamp)
                        """)
                .param(nomination)
                .update();
        jdbc.sql(
                        """
                        insert into evidence (id, cycle, unit, nomination, kind, topic, file_name, media_type, size, sha256,
                               shown_sha256, added_at, added_by)
                        values (?, ?, ?, ?, 'NOMINATION_REQUEST', 'TTR', 'to-trinh.pdf', 'application/pdf', 3, ?, ?,
                               current_timestamp, 'qtayhoCoordinator')
                        """)
                .params(PAPER, cycle, UNIT, nomination, CONTENT, CONTENT)
                .update();
    }

    private void withoutFile() {
        jdbc.sql("delete from evidence where id in (?, ?)")
                .params(EVIDENCE, PAPER)
                .update();
        jdbc.sql("delete from stored_file_parts where sha256 = ?")
                .param(CONTENT)
                .update();
        jdbc.sql("delete from stored_files where sha256 = ?").param(CONTENT).update();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
