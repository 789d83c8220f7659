package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.WorkingCalendar;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The statements over the engine's own tables, as it creates them. */
class WorkloadTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final WorkingCalendar CALENDAR = WorkingCalendar.with(List.of());

    private DataSource database;
    private JdbcClient jdbc;
    private Workload workload;
    private CycleTasks tasks;
    private Listings listings;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    }

    String dialect() {
        return "h2";
    }

    @BeforeEach
    void tablesOfOursAndTheEngines() {
        database = database();
        Flyway.configure().dataSource(database).load().migrate();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        for (String part : List.of("engine", "history", "identity")) {
            tables.addScript(new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect(), part)));
        }
        DatabasePopulatorUtils.execute(tables, database);
        jdbc = JdbcClient.create(database);
        workload = new JdbcWorkload(jdbc);
        tasks = new JdbcCycleTasks(jdbc);
        listings = new JdbcListings(database, CALENDAR, Clock.systemUTC());
        for (String cycle : List.of("2023", "2023-2", "20231")) {
            jdbc.sql(
                            "insert into cycles (code, year_of_cycle, name, started_at, started_by) values (?, 2023, 'Kỳ', ?, 'office')")
                    .params(cycle, Timestamp.from(NOW))
                    .update();
        }
    }

    @Test
    void theWorkOfACycleIsCountedBySubject() {
        process("directive", "2023", "COMPLETED");
        String ended = process("self-assessment", "2023/q-ba-dinh", "COMPLETED");
        done(ended);
        String running = process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        done(running);
        open(running, Duration.ofDays(-1));
        open(running, Duration.ofDays(1));

        List<Work> works = workload.of("2023", NOW);

        assertThat(works).extracting(Work::subject).containsExactlyInAnyOrder("", "q-ba-dinh", "q-tay-ho");
        Work work = works.stream()
                .filter(one -> one.subject().equals("q-tay-ho"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(work.instances(), work.completed(), work.open(), work.done(), work.late()))
                .containsExactly(1, 0, 2, 1, 1);
        assertThat(work.startedAt()).isEqualTo(NOW.minus(Duration.ofDays(9)));
        assertThat(work.firstTaskAt()).isNotNull();
        assertThat(work.endedAt()).isNull();
    }

    @Test
    void aTaskThatABlocHasForOneOfItsUnitsCountsAsTheUnits() {
        String bloc = process("bloc-inspection", "2023/khoi-1", "COMPLETED");
        done(bloc);
        String again = open(bloc, Duration.ofDays(-1));
        jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_) values ('loop', 1, ?)")
                .param(bloc)
                .update();
        for (String table : List.of("act_ru_task", "act_hi_taskinst")) {
            jdbc.sql("update %s set execution_id_ = 'loop' where id_ = ?".formatted(table))
                    .param(again)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into act_hi_varinst (id_, proc_inst_id_, execution_id_, name_, var_type_, text_)
                        values ('drawn', ?, 'loop', 'unit', 'string', 'q-tay-ho')
                        """)
                .param(bloc)
                .update();

        assertThat(workload.of("2023", NOW))
                .extracting(Work::subject, Work::instances, Work::completed, Work::open, Work::done, Work::late)
                .containsExactlyInAnyOrder(tuple("khoi-1", 1, 1, 0, 1, 0), tuple("q-tay-ho", 0, 0, 1, 0, 1));
        assertThat(tasks.overdue("2023", NOW, 10)).extracting(OverdueTask::unit).containsExactly("q-tay-ho");
        assertThat(tasks.find("2023", again))
                .hasValueSatisfying(task -> assertThat(task.unit()).isEqualTo("q-tay-ho"));
    }

    @Test
    void aCodeThatBeginsAlikeIsAnotherCycle() {
        process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        process("self-assessment", "2023-2/q-tay-ho", "ACTIVE");
        process("directive", "2023-2", "ACTIVE");
        process("directive", "20231", "ACTIVE");

        assertThat(workload.of("2023", NOW)).hasSize(1);
        assertThat(workload.of("2023-2", NOW)).hasSize(2);
        assertThat(workload.ofAll().get("2023")).extracting(Work::process).containsExactly("self-assessment");
        assertThat(workload.ofAll().get("2023-2")).hasSize(2);
        assertThat(workload.ofAll().get("20231")).hasSize(1);
    }

    @Test
    void anOverdueTaskNamesItsHolderAndAllItsGroupsOnce() {
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_) values ('lan', 1, 'Trần', 'Ngọc Lan')")
                .update();
        jdbc.sql("insert into act_id_group (id_, rev_, name_) values ('secretaries', 1, 'Thư ký đoàn kiểm tra')")
                .update();
        String process = process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        String late = open(process, Duration.ofDays(-3));
        open(process, Duration.ofDays(3));
        jdbc.sql("update act_ru_task set assignee_ = 'lan' where id_ = ?")
                .param(late)
                .update();
        candidates(late, "headOfTeam");
        candidates(late, "secretaries");

        assertThat(tasks.overdue("2023", NOW, 10))
                .containsExactly(new OverdueTask(
                        late,
                        "self-assessment",
                        "q-tay-ho",
                        "Tự đánh giá",
                        "Trần Ngọc Lan",
                        List.of("headOfTeam", "Thư ký đoàn kiểm tra"),
                        NOW.minus(Duration.ofDays(3)),
                        null));
        assertThat(tasks.overdue("2023-2", NOW, 10)).isEmpty();
    }

    @Test
    void anOpenTaskIsFoundInItsOwnCycleOnly() {
        String process = process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        String open = open(process, Duration.ofDays(3));
        candidates(open, "headOfTeam");
        candidates(open, "secretaries");

        assertThat(tasks.find("2023", open))
                .hasValueSatisfying(task -> assertThat(task.groups()).containsExactly("headOfTeam", "secretaries"));
        assertThat(tasks.find("2023-2", open)).isEmpty();
        assertThat(tasks.find("2023", "nothing")).isEmpty();
    }

    @Test
    void completedTasksOfTheStagesProcessesAreCounted() {
        String process = process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        done(process);
        open(process, Duration.ofDays(3));

        assertThat(tasks.completedSince("2023", Stage.SELF_ASSESSMENT.processes(), NOW.minusSeconds(60)))
                .isEqualTo(1);
        assertThat(tasks.completedSince("2023", Stage.EVALUATION.processes(), NOW.minusSeconds(60)))
                .isZero();
    }

    /** The thirtieth of April and the first of May 2026 are a Thursday and a Friday. */
    @Test
    void theDaysLeftOfAStepAreWorkingDaysAcrossAWeekendAndHolidays() {
        LocalDate wednesday = LocalDate.of(2026, 4, 29);
        String task = open(process("self-assessment", "2023/q-tay-ho", "ACTIVE"), Duration.ZERO);
        CalendarDay saturday = new CalendarDay(LocalDate.of(2026, 5, 2), CalendarDay.Kind.MAKEUP_WORK, "Làm bù", true);

        assertThat(daysLeft(task, wednesday, wednesday, CALENDAR)).isZero();
        assertThat(daysLeft(task, wednesday, LocalDate.of(2026, 5, 3), CALENDAR))
                .isZero();
        assertThat(daysLeft(task, wednesday, LocalDate.of(2026, 5, 4), CALENDAR))
                .isEqualTo(1);
        assertThat(daysLeft(task, wednesday, LocalDate.of(2026, 5, 6), CALENDAR))
                .isEqualTo(3);
        assertThat(daysLeft(task, wednesday, LocalDate.of(2026, 5, 4), WorkingCalendar.with(List.of(saturday))))
                .isEqualTo(2);
    }

    private long daysLeft(String task, LocalDate today, LocalDate due, WorkingCalendar calendar) {
        jdbc.sql("update act_hi_taskinst set due_date_ = ? where id_ = ?")
                .params(Timestamp.from(calendar.dueAt(due)), task)
                .update();
        Instant morning = today.atTime(8, 0).atZone(WorkingCalendar.ZONE).toInstant();
        Listings then = new JdbcListings(database, calendar, Clock.fixed(morning, ZoneOffset.UTC));
        Listing steps = then.find("steps").orElseThrow();
        assertThat(steps.column("days_left"))
                .hasValueSatisfying(column -> assertThat(column.label()).isEqualTo("Còn (ngày làm việc)"));
        ListingSearch soonest = new ListingSearch("2023", Map.of(), null, "days_left", false);
        return then.page(steps, soonest, 0, 10).get(0).count("days_left");
    }

    @Test
    void everyTableOfTheManagersIsUnderstoodByTheDatabase() {
        process("self-assessment", "2023/q-tay-ho", "ACTIVE");

        for (Listing listing : listings.all()) {
            Map<String, String> filters = new HashMap<>();
            listing.columns().stream()
                    .filter(column -> column.kind().isText())
                    .forEach(column -> filters.put(column.key(), "x"));
            ListingSearch narrow = new ListingSearch("2023", filters, "đường 100%", null, false);
            assertThat(listings.count(listing, narrow)).as(listing.name()).isZero();
            assertThat(listings.page(listing, ListingSearch.all("2023"), 0, 10))
                    .as(listing.name())
                    .hasSameSizeAs(listings.page(
                            listing,
                            new ListingSearch(
                                    "2023",
                                    Map.of(),
                                    null,
                                    listing.columns().get(0).key(),
                                    true),
                            0,
                            10));
        }
        assertThat(listings.all()).hasSizeGreaterThan(10);
    }

    @Test
    void aTextIsFoundWithAndWithoutItsDiacritics() {
        String process = process("self-assessment", "2023/q-tay-ho", "ACTIVE");
        open(process, Duration.ofDays(3));
        Listing work = listings.find("tasks").orElseThrow();

        for (String text : List.of("Tự đánh giá", "tu danh gia", "TU DANH", "ĐÁNH")) {
            assertThat(listings.count(work, new ListingSearch("2023", Map.of(), text, null, false)))
                    .as(text)
                    .isEqualTo(1);
        }
        assertThat(listings.count(work, new ListingSearch("2023", Map.of(), "%", null, false)))
                .isZero();
    }

    private String process(String key, String businessKey, String state) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_,
                                                     start_time_, end_time_, state_)
                        values (?, ?, ?, ?, 'definition', ?, ?, ?)
                        """)
                .params(
                        id,
                        id,
                        businessKey,
                        key,
                        at(Duration.ofDays(-9)),
                        "COMPLETED".equals(state) ? at(Duration.ZERO) : null,
                        state)
                .update();
        jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_) values (?, 1, ?)")
                .params(id, id)
                .update();
        return id;
    }

    private void done(String process) {
        history(process, Duration.ofDays(-2), true);
    }

    private String open(String process, Duration due) {
        String id = history(process, due, false);
        jdbc.sql(
                        "insert into act_ru_task (id_, rev_, proc_inst_id_, name_, due_date_) values (?, 1, ?, 'Tự đánh giá', ?)")
                .params(id, process, at(due))
                .update();
        return id;
    }

    private String history(String process, Duration due, boolean done) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into act_hi_taskinst (id_, proc_inst_id_, name_, start_time_, due_date_, end_time_, delete_reason_)
                        values (?, ?, 'Tự đánh giá', ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        process,
                        at(Duration.ofDays(-5)),
                        at(due),
                        done ? at(Duration.ZERO) : null,
                        done ? "completed" : null)
                .update();
        return id;
    }

    private void candidates(String task, String group) {
        jdbc.sql(
                        "insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) values (?, 1, ?, 'candidate', ?)")
                .params(UUID.randomUUID().toString(), group, task)
                .update();
    }

    private static Timestamp at(Duration fromNow) {
        return Timestamp.from(NOW.plus(fromNow));
    }
}
