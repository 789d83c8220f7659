package nepsong;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nepsong.audit.AuditVerdict;
import nepsong.audit.VerifyChain;
import nepsong.commendation.Nominations;
import nepsong.correction.Findings;
import nepsong.crossinspection.Pairs;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the newest cycle leaves behind, in words short enough to be read in a test. */
@TestComponent
public class CycleRecords {

    private final Cycles cycles;
    private final Results results;
    private final Scorecards scorecards;
    private final Pairs pairs;
    private final Findings findings;
    private final Nominations nominations;
    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ManagementService jobs;
    private final VerifyChain chain;

    CycleRecords(
            Cycles cycles,
            Results results,
            Scorecards scorecards,
            Pairs pairs,
            Findings findings,
            Nominations nominations,
            JdbcClient jdbc,
            TaskService tasks,
            RuntimeService instances,
            ManagementService jobs,
            VerifyChain chain) {
        this.chain = chain;
        this.cycles = cycles;
        this.results = results;
        this.scorecards = scorecards;
        this.pairs = pairs;
        this.findings = findings;
        this.nominations = nominations;
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.instances = instances;
        this.jobs = jobs;
    }

    /** What the audit trail says about this unit, each action once; refuses a trail that is not as it was written. */
    public List<String> audited(String unit) {
        AuditVerdict verdict = chain.verify(null);
        if (!verdict.isIntact()) {
            throw new AssertionError(verdict.broken());
        }
        return jdbc.sql("select distinct action from audit_events where cycle = ? and unit = ? order by action")
                .params(cycle(), unit)
                .query(String.class)
                .list();
    }

    /** E.g. {@code "EXCELLENT, rank 1"}, and {@code "POOR, rank 3, V1"} with what keeps the grade down. */
    public String result(String unit) {
        Result result = results.of(cycle(), unit).orElseThrow();
        List<String> words = new ArrayList<>(List.of(result.grade().name(), "rank " + result.rank()));
        result.caps().stream().map(Cap::code).forEach(words::add);
        return String.join(", ", words);
    }

    /** E.g. {@code "self 4, cross 3, final 3, appealed -"}. */
    public String scores(String unit, String criterion) {
        ScorecardRow row = scorecards.of(cycle(), unit).stream()
                .filter(one -> one.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
        return "self %s, cross %s, final %s, appealed %s"
                .formatted(
                        plain(row.selfAnswer().score()),
                        plain(row.crossAnswer().score()),
                        plain(row.finalScore()),
                        plain(row.appealedScore()));
    }

    private static String plain(@Nullable BigDecimal score) {
        return score == null ? "-" : score.stripTrailingZeros().toPlainString();
    }

    /** As {@code "inspecting>inspected"}. */
    public List<String> pairs() {
        return pairs.of(cycle()).stream()
                .map(pair -> pair.inspecting() + ">" + pair.inspected())
                .toList();
    }

    /** As {@code "q-ba-dinh TT-1: closed, reopened 1"}. */
    public List<String> findings() {
        return findings.of(cycle(), null).stream()
                .map(one -> "%s %s: %s, reopened %d"
                        .formatted(one.unit(), one.code(), one.isOpen() ? "open" : "closed", one.reopened()))
                .toList();
    }

    /** Of all who were ever nominated, as {@code "Sở Y tế: AWARDED"}. */
    public List<String> nominated() {
        return nominations.of(null).stream()
                .map(one -> one.subject().name() + ": " + one.state())
                .toList();
    }

    /** Who was told by this mail. */
    public List<String> told(String template) {
        return jdbc.sql("select distinct recipient_person from outbox where template = ? order by recipient_person")
                .param(template)
                .query(String.class)
                .list();
    }

    /** Everything that still keeps somebody, or the machine, busy, and the mails that are missing. */
    public List<String> unfinished() {
        List<String> found = new ArrayList<>();
        tasks.createTaskQuery().list().forEach(task -> found.add("task " + task.getName()));
        instances.createProcessInstanceQuery().list().forEach(one -> found.add("instance " + one.getBusinessKey()));
        instances.createIncidentQuery().list().forEach(one -> found.add("incident " + one.getIncidentMessage()));
        jobs.createJobQuery().list().stream()
                .filter(job -> !"daily-digest".equals(job.getProcessDefinitionKey()))
                .forEach(job -> found.add("job " + job.getJobDefinitionId()));
        tasksWithoutMail().forEach(task -> found.add("nobody was told of " + task));
        return found;
    }

    private List<String> tasksWithoutMail() {
        return jdbc.sql(
                        """
                        select t.task_def_key_ from act_hi_taskinst t
                        where not exists (select 1 from outbox o
                            where o.mail_key like 'task.assigned/' || t.id_ || '/%')
                        """)
                .query(String.class)
                .list();
    }

    /** Where texts of 20,000 characters are kept, every one of them with its letters and their marks as one. */
    public List<String> columnsOfLongTexts() {
        return jdbc
                .sql(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = current_schema and lower(data_type) in ('text', 'character varying')
                              and lower(table_name) not like 'act%' and lower(table_name) not like 'outbox%'
                        order by table_name, column_name
                        """)
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(this::holdsLongTexts)
                .map(column -> String.join(".", column).toLowerCase(Locale.ROOT))
                .toList();
    }

    private boolean holdsLongTexts(List<String> column) {
        List<String> texts = jdbc.sql("select distinct \"%2$s\" from \"%1$s\" where char_length(\"%2$s\") = 20000"
                        .formatted(column.toArray()))
                .query(String.class)
                .list();
        texts.forEach(text -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .as("%s", column)
                .isTrue());
        return !texts.isEmpty();
    }

    private String cycle() {
        return cycles.all().get(0).code();
    }
}
