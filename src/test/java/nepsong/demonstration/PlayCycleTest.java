package nepsong.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nepsong.NepsongApplication;
import nepsong.correction.Findings;
import nepsong.cycle.Cycles;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleState;
import nepsong.progress.ReadProgress;
import nepsong.progress.StageProgress;
import nepsong.security.Visitor;
import nepsong.selfassessment.SelfAssessments;
import nepsong.unitfile.ReadDoneTasks;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The demonstration plays this year's cycle at its start. What is played up to a stage is what is played to the end, cut
 * off on the day of that stage: so one play shows them all. That it stands there today as well is seen by a play of the
 * first stage here, of the second by the tour, and of all five by the benchmark.
 */
@Tag("own-process")
class PlayCycleTest {

    private static final Pattern VIETNAMESE = Pattern.compile("[À-ỹ&&[^×÷]]");

    private final Map<PlayUntil, Seen> reached = new EnumMap<>(PlayUntil.class);
    private final EnglishReader guest = new EnglishReader();
    private boolean mailing;

    /**
     * @param findings of the cycle, so far
     * @param disputes scores that a unit does not accept, so far
     * @param scores   different sums of the units' own scorecards
     */
    private record Seen(CycleProgress cycle, int late, int findings, int disputes, int scores) {}

    @Test
    void eachStageIsReachedAndNoneAfterItAndTheEndIsTheEnd() {
        try (ConfigurableApplicationContext played = start("end")) {
            assertThat(reached).containsOnlyKeys(PlayUntil.values());
            reached.forEach(PlayCycleTest::standsInItsStage);
            assertThat(seen(played).cycle().state()).isEqualTo(CycleState.FINISHED);
            nothingFailed(played);
            muchHappened(played);
            everybodyFindsWhatTheyDid(played);
            everyFormSpeaksEnglishToAGuest(played);
            played.getBean(PrepareDemonstration.class).start();
            assertThat(played.getBean(Cycles.class).all())
                    .as("never a second time")
                    .hasSize(2);
        }
    }

    @Test
    void whatIsPlayedUpToAStageStandsThereToday() {
        try (ConfigurableApplicationContext played = start("self-assessment")) {
            assertThat(reached).containsOnlyKeys(PlayUntil.SELF_ASSESSMENT);
            assertThat(mailing).as("leased by a clock that walks on").isFalse();
            assertThat(played.getBean(Scheduler.class).getSchedulerState().isStarted())
                    .isTrue();
            standsInItsStage(PlayUntil.SELF_ASSESSMENT, seen(played));
            nothingFailed(played);
            aGuestReadsFormsAndRefusalsInEnglish(played);
        }
    }

    /** Under way, with people behind and units that do not do equally well. */
    private static void standsInItsStage(PlayUntil until, Seen seen) {
        if (until == PlayUntil.END) {
            assertThat(seen.cycle().state()).isEqualTo(CycleState.FINISHED);
        } else {
            assertThat(seen.cycle().state()).as("%s", until).isEqualTo(CycleState.RUNNING);
            assertThat(seen.cycle().stage().name()).isEqualTo(until.name());
            StageProgress stage = seen.cycle().stages().get(seen.cycle().stage().ordinal());
            assertThat(stage.done()).as("done in %s", until).isPositive();
            assertThat(stage.open()).as("open in %s", until).isPositive();
        }
        assertThat(seen.scores()).as("different scores in %s", until).isGreaterThan(10);
        if (until.compareTo(PlayUntil.EVALUATION) < 0) {
            assertThat(seen.late()).as("late in %s", until).isPositive();
        }
        boolean inspected = until.compareTo(PlayUntil.CROSS_INSPECTION) >= 0;
        assertThat(seen.findings() > 0).as("findings in %s", until).isEqualTo(inspected);
        assertThat(seen.disputes() > 0).as("disputes in %s", until).isEqualTo(inspected);
    }

    private static void nothingFailed(ConfigurableApplicationContext played) {
        assertThat(played.getBean(RuntimeService.class).createIncidentQuery().count())
                .isZero();
        assertThat(played.getBean(ManagementService.class)
                        .createJobQuery()
                        .withException()
                        .count())
                .isZero();
    }

    private static void muchHappened(ConfigurableApplicationContext played) {
        JdbcClient jdbc = played.getBean(JdbcClient.class);
        assertThat(played.getBean(SelfAssessments.class).of("2023")).anyMatch(unit -> unit.lateDays() > 0);
        assertThat(played.getBean(Findings.class).of("2023", null))
                .anyMatch(finding -> finding.repeated())
                .anyMatch(finding -> finding.reopened() > 0);
        for (String table : new String[] {
            "disputed_scores where settled_reason is not null",
            "evidence where kind = 'FINDING'",
            "evidence where kind = 'PLAN' and number like '%/KH-%'",
            "evidence where kind = 'CONFERENCE_MINUTES'",
            "evidence where kind = 'RESULTS_DECISION'",
            "evidence where kind = 'AWARD_REQUEST'",
            "evidence where kind = 'AWARD_DECISION'",
            "self_assessment_returns",
            "report_remarks",
            "appeals where decided_at is not null",
            "award_publications where nomination not like '2022-%'"
        }) {
            assertThat(count(jdbc, "select count(*) from " + table)).as(table).isPositive();
        }
        assertThat(count(jdbc, "select count(distinct final_score) from results where cycle = '2023'"))
                .isGreaterThan(10);
    }

    private static void everybodyFindsWhatTheyDid(ConfigurableApplicationContext played) {
        ReadDoneTasks done = played.getBean(ReadDoneTasks.class);
        ReadDoneTasks.Page newest = done.read("secretary", 0);
        assertThat(newest.rows())
                .hasSize(50)
                .isSortedAccordingTo(Comparator.comparing(
                                (ReadDoneTasks.Done one) -> one.task().completedAt())
                        .reversed())
                .anyMatch(one -> one.unit() != null && one.file());
        List<ReadDoneTasks.Done> all = IntStream.rangeClosed(0, newest.last())
                .mapToObj(page -> done.read("secretary", page).rows())
                .flatMap(List::stream)
                .toList();
        assertThat(all).hasSize(newest.found()).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(one -> one.task().cycle().equals("2023"))
                .extracting(ReadDoneTasks.Done::decision)
                .contains("Hồ sơ đầy đủ", "Yêu cầu bổ sung", "Đạt – đóng tồn tại", "Chưa đạt – mở lại");
        assertThat(done.read("secretary", 999).number()).isEqualTo(newest.last());
        assertThat(done.read("director", 0).rows())
                .extracting(ReadDoneTasks.Done::decision)
                .contains("Ký ban hành", "Công bố kết quả");
        assertThat(done.read("council1", 0).rows())
                .filteredOn(one -> one.task().step().equals("userTask_vote"))
                .isNotEmpty()
                .allMatch(one -> one.decision() == null, "a ballot is secret");
        assertThat(done.read("manager", 0).rows()).isEmpty();
    }

    /** What was typed stays as it is, and so do names of people, files and agencies. */
    private void everyFormSpeaksEnglishToAGuest(ConfigurableApplicationContext played) {
        assertThat(guest.read()).as("forms that the play opens").hasSizeGreaterThan(30);
        assertThat(guest.left(played.getBean(JdbcClient.class)
                        .sql(
                                """
                                select first_ || ' ' || last_ from act_id_user
                                union select file_name from evidence""")
                        .query(String.class)
                        .list()))
                .isEmpty();
    }

    @Test
    void anythingElseIsRefusedWithTheValuesThatThereAre() {
        DemonstrationSettings settings = new DemonstrationSettings(true, true, "publication");
        assertThatThrownBy(() -> new PrepareDemonstration(settings, null, null, null))
                .hasMessageContaining("NEPSONG_DEMO_UNTIL=“publication” không hợp lệ")
                .hasMessageContaining("self-assessment, cross-inspection, evaluation, commendation, end");
    }

    private ConfigurableApplicationContext start(String until) {
        return new SpringApplicationBuilder(NepsongApplication.class)
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean("englishReader", ProcessEnginePlugin.class, () -> guest);
                    context.addApplicationListener(
                            (ApplicationListener<PayloadApplicationEvent<StagePlayed>>) event -> {
                                // First: it is what tells this event from all others, which end here.
                                PlayUntil stage = event.getPayload().stage();
                                mailing |= context.getBean(Scheduler.class)
                                        .getSchedulerState()
                                        .isStarted();
                                reached.put(stage, seen(context));
                            });
                })
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:play-" + until + ";LOCK_TIMEOUT=10000",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.generate-unique-process-application-name=true",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--nepsong.demo-history=true",
                        "--nepsong.demo-until=" + until);
    }

    private static Seen seen(ConfigurableApplicationContext context) {
        CycleProgress cycle = context.getBean(ReadProgress.class).of("2023").orElseThrow();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        return new Seen(
                cycle,
                cycle.stages().stream().mapToInt(StageProgress::late).sum(),
                context.getBean(Findings.class).of("2023", null).size(),
                count(jdbc, "select count(*) from disputed_scores where cycle = '2023'"),
                count(
                        jdbc,
                        """
                        select count(distinct total) from (
                            select sum(self_score) total from scorecard_rows
                            where cycle = '2023' and self_score is not null group by unit) totals"""));
    }

    /** As Tasklist asks for them, with what the tables hold and what the catalogue says. */
    private static void aGuestReadsFormsAndRefusalsInEnglish(ConfigurableApplicationContext played) {
        ProcessEngine engine = played.getBean(ProcessEngine.class);
        Task task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("userTask_scoreCriteria")
                .listPage(0, 1)
                .get(0);
        String login = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .map(group -> group.replace("coordinatorAt", "") + "Coordinator")
                .findFirst()
                .orElseThrow();
        Visitor guest = new Visitor(
                played.getEnvironment().getRequiredProperty("local.server.port", Integer.class), engine.getName());
        guest.form("/language", "language=en&back=/login&_csrf=" + guest.csrf());
        guest.logIn(login, Demonstration.PASSWORD);

        assertThat(guest.engineGet("task/" + task.getId() + "/form-variables").body())
                .contains("Plan/directive of Party committee", "Document with number, date and subject")
                .doesNotContainPattern(VIETNAMESE);

        assertThat(guest.get("/done").body())
                .contains("Completed", "Acknowledge", "/units/")
                .doesNotContain("Hoàn thành", "Xác nhận tiếp nhận");

        guest.enginePost("task/" + task.getId() + "/claim", "{\"userId\":\"" + login + "\"}");
        assertThat(guest.enginePost("task/" + task.getId() + "/submit-form", "{\"variables\":{}}")
                        .body())
                .contains("Not submitted yet; please correct", "“Self-assessed score” must be filled in")
                .doesNotContainPattern(VIETNAMESE);
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
