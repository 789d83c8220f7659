package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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

    private JdbcClient jdbc;
    private Workload workload;

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
    }

    String dialect() {
        return "h2";
    }

    @BeforeEach
    void tablesOfOursAndTheEngines() {
        DataSource database = database();
        Flyway.configure().dataSource(database).load().migrate();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        for (String part : List.of("engine", "history", "identity")) {
            tables.addScript(new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql".formatted(dialect(), part)));
        }
        DatabasePopulatorUtils.execute(tables, database);
        jdbc = JdbcClient.create(database);
        workload = new JdbcWorkload(jdbc);
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

        assertThat(workload.overdue("2023", NOW))
                .containsExactly(new OverdueTask(
                        late,
                        "self-assessment",
                        "Tự đánh giá",
                        "Trần Ngọc Lan",
                        List.of("headOfTeam", "Thư ký đoàn kiểm tra"),
                        NOW.minus(Duration.ofDays(3))));
        assertThat(workload.overdue("2023-2", NOW)).isEmpty();
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
