package nepsong.demonstration;

import static nepsong.demonstration.TableRows.row;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine would remember of the finished cycle: its processes and tasks, which the pages on progress read. */
@Component
class PastWork {

    private final TableRows tables;
    private final JdbcClient jdbc;

    PastWork(TableRows tables, JdbcClient jdbc) {
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /**
     * One task that somebody did.
     *
     * @param process key of the process
     * @param subject bloc or unit; empty for the cycle as a whole
     * @param copy    tells processes of one key about one subject apart
     * @param step    of the process, e.g. {@code scoreCriteria}
     */
    record Deed(
            String process,
            String subject,
            int copy,
            String step,
            String name,
            String person,
            LocalDate offered,
            LocalDate due,
            LocalDate done) {

        private String instance() {
            return "%s-%s-%s-%d".formatted(LastYear.CYCLE, process, subject, copy);
        }

        private String businessKey() {
            return subject.isEmpty() ? LastYear.CYCLE : LastYear.CYCLE + "/" + subject;
        }
    }

    /** From when to when processes went on that had no task all the time. */
    private static final Map<String, List<LocalDate>> LONGER = Map.of(
            "inspection-cycle", List.of(LastYear.STARTED, LastYear.FINISHED),
            "bloc-inspection", List.of(LastYear.CONFIGURED, LastYear.day(6, 30)),
            "evaluation", List.of(LastYear.day(7, 1), LastYear.CONCLUDED));

    private record Span(Deed first, LocalDate from, LocalDate to) {

        static Span of(Deed deed) {
            List<LocalDate> days = LONGER.getOrDefault(deed.process(), List.of(deed.offered(), deed.done()));
            return new Span(deed, days.get(0), days.get(1));
        }

        Span with(Deed deed) {
            return new Span(
                    first,
                    deed.offered().isBefore(from) ? deed.offered() : from,
                    deed.done().isAfter(to) ? deed.done() : to);
        }
    }

    void write(List<Deed> deeds) {
        Map<String, String> definitions = definitions();
        Map<String, Span> spans = new LinkedHashMap<>();
        List<@Nullable Object[]> tasks = new ArrayList<>();
        List<@Nullable Object[]> activities = new ArrayList<>();
        for (Deed deed : deeds) {
            spans.merge(deed.instance(), Span.of(deed), (span, one) -> span.with(deed));
            String id = "%s-t%d".formatted(LastYear.CYCLE, tasks.size());
            String definition = definitions.getOrDefault(deed.process(), deed.process());
            tasks.add(row(
                    id,
                    "userTask_" + deed.step(),
                    deed.process(),
                    definition,
                    deed.instance(),
                    deed.instance(),
                    deed.instance(),
                    deed.name(),
                    deed.person(),
                    at(deed.offered(), 8),
                    at(deed.due(), 17),
                    at(deed.done(), 15),
                    lasted(deed),
                    "completed"));
            activities.add(row(
                    id + "a",
                    deed.process(),
                    definition,
                    deed.instance(),
                    deed.instance(),
                    deed.instance(),
                    "userTask_" + deed.step(),
                    id,
                    deed.name(),
                    "userTask",
                    deed.person(),
                    at(deed.offered(), 8),
                    at(deed.done(), 15),
                    lasted(deed),
                    0));
        }
        processes(spans.values(), definitions);
        tables.insert(
                "act_hi_taskinst",
                """
                id_, task_def_key_, proc_def_key_, proc_def_id_, proc_inst_id_, root_proc_inst_id_, execution_id_, name_,
                assignee_, start_time_, due_date_, end_time_, duration_, delete_reason_""",
                tasks);
        tables.insert(
                "act_hi_actinst",
                """
                id_, proc_def_key_, proc_def_id_, proc_inst_id_, root_proc_inst_id_, execution_id_, act_id_, task_id_,
                act_name_, act_type_, assignee_, start_time_, end_time_, duration_, act_inst_state_""",
                activities);
    }

    private void processes(Iterable<Span> spans, Map<String, String> definitions) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Span span : spans) {
            Deed deed = span.first();
            rows.add(row(
                    deed.instance(),
                    deed.instance(),
                    deed.instance(),
                    deed.businessKey(),
                    deed.process(),
                    definitions.getOrDefault(deed.process(), deed.process()),
                    at(span.from(), 8),
                    at(span.to(), 15),
                    "COMPLETED"));
        }
        tables.insert(
                "act_hi_procinst",
                """
                id_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                state_""",
                rows);
    }

    /** The newest of each key. */
    private Map<String, String> definitions() {
        Map<String, String> definitions = new HashMap<>();
        jdbc.sql("select key_, id_ from act_re_procdef order by version_").query(row -> {
            definitions.put(row.getString(1), row.getString(2));
        });
        return definitions;
    }

    private static long lasted(Deed deed) {
        return Duration.between(LastYear.at(deed.offered(), 8), LastYear.at(deed.done(), 15))
                .toMillis();
    }

    /** The engine keeps times without a zone. */
    private static Timestamp at(LocalDate day, int hour) {
        OffsetDateTime time = LastYear.at(day, hour);
        return Timestamp.from(time.toInstant());
    }
}
