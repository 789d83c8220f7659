package nepsong.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Affair;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.DelegatedActs.Act;
import nepsong.delegation.DelegatedActs.Entry;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.delegation.TaskKind;
import nepsong.organisation.People;
import nepsong.reminder.Escalation.Reason;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every statement about reminders, reports upwards, extensions and substitutes once on PostgreSQL. */
class DeadlinesPostgresTest {

    private static final Instant NOW = Instant.parse("2023-11-06T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 6);
    private static final String AFFAIR = "2023/q-ba-dinh";
    private static final Affair BA_DINH = new Affair("2023", "q-ba-dinh");

    private static EmbeddedPostgres postgres;
    private static AnnotationConfigApplicationContext repositories;

    @BeforeAll
    static void tablesOfOursAndTheEngines() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
        ResourceDatabasePopulator tables = new ResourceDatabasePopulator();
        for (String part : List.of("engine", "identity")) {
            tables.addScript(new ClassPathResource(
                    "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part)));
        }
        DatabasePopulatorUtils.execute(tables, postgres.getPostgresDatabase());
        JdbcTemplate template = new JdbcTemplate(postgres.getPostgresDatabase());
        repositories = new AnnotationConfigApplicationContext();
        repositories.registerBean(JdbcTemplate.class, () -> template);
        repositories.registerBean(JdbcClient.class, () -> JdbcClient.create(template));
        repositories.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));
        repositories.registerBean(AuditTrail.class, () -> mock(AuditTrail.class));
        repositories.registerBean(People.class, DeadlinesPostgresTest::officersOfOneUnit);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(repositories, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.Jdbc\\w+")));
        scanner.scan("nepsong.reminder", "nepsong.delegation");
        repositories.refresh();
    }

    private static People officersOfOneUnit() {
        People people = mock(People.class);
        when(people.groupsOf("lan")).thenReturn(Set.of("coordinatorAtqbadinh"));
        when(people.groupsOf("minh")).thenReturn(Set.of("inspectorAtqbadinh"));
        return people;
    }

    @AfterAll
    static void stop() throws IOException {
        repositories.close();
        postgres.close();
    }

    @Test
    void openTasksCarryTheirGroupsAndThoseWhoHoldThem() {
        jdbc().sql("insert into act_re_procdef (id_, rev_, key_, version_) values ('d', 1, 'correction', 1)")
                .update();
        jdbc().sql("insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_) values ('i', 1, 'i', ?)")
                .param(AFFAIR)
                .update();
        jdbc().sql(
                        """
                        insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_) values
                            ('v1', 1, 'string', 'cycle', 'i', 'i', '2023'), ('v2', 1, 'string', 'unit', 'i', 'i', 'q-ba-dinh')
                        """)
                .update();
        jdbc().sql(
                        """
                        insert into act_ru_task (id_, rev_, name_, task_def_key_, due_date_, proc_def_id_, proc_inst_id_,
                                                 execution_id_, suspension_state_)
                        values ('t', 1, 'Báo cáo khắc phục', 'userTask_reportCorrection', '2023-11-03 17:00', 'd', 'i', 'i', 1)
                        """)
                .update();
        jdbc().sql(
                        """
                        insert into act_ru_identitylink (id_, rev_, group_id_, user_id_, type_, task_id_) values
                            ('l1', 1, 'coordinatorAtqbadinh', null, 'candidate', 't'),
                            ('l2', 1, null, 'lan', 'candidate', 't')
                        """)
                .update();
        DueTasks tasks = repositories.getBean(DueTasks.class);

        assertThat(tasks.all()).singleElement().satisfies(task -> {
            assertThat(task.step()).isEqualTo("correction.report-correction");
            assertThat(task.businessKey()).isEqualTo(AFFAIR);
            assertThat(task.affair()).isEqualTo(BA_DINH);
            assertThat(task.groups()).containsExactly("coordinatorAtqbadinh");
            assertThat(task.users()).containsExactly("lan");
        });
        assertThat(tasks.of("lan")).hasSize(1);
        assertThat(tasks.of("minh")).isEmpty();
        assertThat(tasks.find("t")).isPresent();
        assertThat(repositories.getBean(Reminders.class).beside())
                .containsEntry("self-assessment.score-criteria", Set.of(10))
                .containsEntry("correction.report-correction", Set.of(3));
    }

    @Test
    void whatWasReportedIsKnownAndFoundBelowItsCycle() {
        Escalations escalations = repositories.getBean(Escalations.class);
        Escalation one = new Escalation(
                "t",
                "Báo cáo khắc phục",
                "correction.report-correction",
                AFFAIR,
                BA_DINH,
                Reason.OVERDUE,
                "headAtqbadinh",
                1,
                TODAY,
                NOW);
        escalations.add(List.of(one));

        assertThat(escalations.rules()).isNotEmpty();
        assertThat(escalations.known(List.of("t", "another"))).containsExactly(Escalations.key(one));
        assertThat(escalations.of(Affair.ofCycle("2023"))).containsExactly(one);
        assertThat(escalations.of(BA_DINH)).containsExactly(one);
        assertThat(escalations.of(Affair.ofCycle("202"))).isEmpty();
        assertThat(escalations.of(new Affair("2023", "q-tay-ho"))).isEmpty();
    }

    @Test
    void anExtensionIsAskedForAndDecided() {
        Extensions extensions = repositories.getBean(Extensions.class);
        Extension wish = new Extension(
                "e",
                "t",
                "Báo cáo khắc phục",
                "correction.report-correction",
                AFFAIR,
                BA_DINH,
                "lan",
                NOW,
                "Nhà cung cấp chưa giao bảng",
                NOW,
                TODAY.plusDays(3),
                null,
                null);
        extensions.add(wish);
        OpenTask reported = new OpenTask(
                "t",
                "Báo cáo khắc phục",
                "correction.report-correction",
                AFFAIR,
                BA_DINH,
                "lan",
                NOW,
                List.of(),
                List.of());
        assertThat(extensions.about(reported)).contains(wish);
        OpenTask reopened = new OpenTask(
                "other",
                "Báo cáo khắc phục",
                "correction.report-correction",
                AFFAIR,
                BA_DINH,
                null,
                NOW,
                List.of("coordinatorAtqbadinh"),
                List.of());
        assertThat(extensions.about(reopened)).contains(wish);

        extensions.decide("e", new Extension.Decision(true, null, "headOfTeam", NOW));

        assertThat(extensions.find("e").orElseThrow().decision())
                .isEqualTo(new Extension.Decision(true, null, "headOfTeam", NOW));
        assertThat(extensions.askedBy("lan")).hasSize(1);
        assertThat(extensions.of(Affair.ofCycle("2023"))).hasSize(1);
    }

    @Test
    void aSubstituteIsNamedLetInAndMarked() {
        Delegations delegations = repositories.getBean(Delegations.class);
        DelegatedActs acts = repositories.getBean(DelegatedActs.class);
        Delegation one = new Delegation(
                "g", "lan", "minh", TODAY, TODAY.plusDays(2), EnumSet.of(TaskKind.CORRECTION), "lan", null);
        delegations.add(one, NOW);
        assertThat(delegations.active(TODAY))
                .extracting(Delegations.Active::delegation)
                .containsExactly(one);
        assertThat(delegations.active(TODAY.plusDays(3))).isEmpty();
        assertThat(delegations.of("minh")).containsExactly(one);
        assertThat(delegations.all()).containsExactly(one);

        Entry entry = new Entry("t", "g", true);
        acts.letIn(entry);
        assertThat(acts.entries()).containsExactly(entry);
        assertThat(acts.behind("t", "minh")).contains(one);
        assertThat(acts.behind("t", "lan")).isEmpty();
        Act act = new Act(
                "t", "Báo cáo khắc phục", "correction.report-correction", AFFAIR, BA_DINH, "g", "lan", "minh", NOW);
        acts.done(act);
        assertThat(acts.of(BA_DINH)).containsExactly(act);
        acts.takenBack(entry);
        assertThat(acts.entries()).isEmpty();

        delegations.end("g", "lan", NOW);
        assertThat(delegations.active(TODAY)).isEmpty();
        assertThat(delegations.find("g").orElseThrow().endedAt()).isEqualTo(NOW);
    }

    private static JdbcClient jdbc() {
        return repositories.getBean(JdbcClient.class);
    }
}
