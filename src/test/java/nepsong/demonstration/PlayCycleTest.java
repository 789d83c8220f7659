package nepsong.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import nepsong.NepsongApplication;
import nepsong.correction.Findings;
import nepsong.cycle.Cycles;
import nepsong.organisation.DemonstrationSettings;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleState;
import nepsong.progress.ReadProgress;
import nepsong.progress.StageProgress;
import nepsong.selfassessment.SelfAssessments;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
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
 * off on the day of that stage: so one play shows them all.
 */
@Tag("own-process")
class PlayCycleTest {

    private final Map<PlayUntil, CycleProgress> reached = new EnumMap<>(PlayUntil.class);

    @Test
    void eachStageIsReachedAndNoneAfterItAndTheEndIsTheEnd() {
        try (ConfigurableApplicationContext played = start()) {
            reached.forEach((until, cycle) -> {
                if (until != PlayUntil.END) {
                    assertThat(cycle.state()).isEqualTo(CycleState.RUNNING);
                    assertThat(cycle.stage().name()).isEqualTo(until.name());
                    StageProgress stage = cycle.stages().get(cycle.stage().ordinal());
                    assertThat(stage.done()).isPositive();
                    assertThat(stage.open()).isPositive();
                }
            });
            assertThat(reached.keySet()).contains(PlayUntil.SELF_ASSESSMENT, PlayUntil.COMMENDATION);
            assertThat(played.getBean(ReadProgress.class)
                            .of("2023")
                            .orElseThrow()
                            .state())
                    .isEqualTo(CycleState.FINISHED);
            nothingFailed(played);
            muchHappened(played);
            played.getBean(PrepareDemonstration.class).start();
            assertThat(played.getBean(Cycles.class).all())
                    .as("never a second time")
                    .hasSize(2);
        }
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
            "evidence",
            "self_assessment_returns",
            "report_remarks",
            "appeals where decided_at is not null",
            "award_publications where nomination not like '2022-%'"
        }) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
        assertThat(jdbc.sql("select count(distinct final_score) from results where cycle = '2023'")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(10);
    }

    @Test
    void anythingElseIsRefusedWithTheValuesThatThereAre() {
        DemonstrationSettings settings = new DemonstrationSettings(true, true, "publication");
        assertThatThrownBy(() -> new PrepareDemonstration(settings, null, null, null))
                .hasMessageContaining("NEPSONG_DEMO_UNTIL=“publication” không hợp lệ")
                .hasMessageContaining("self-assessment, cross-inspection, evaluation, commendation, end");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(NepsongApplication.class)
                .initializers((GenericApplicationContext context) ->
                        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<StagePlayed>>)
                                event -> reached.put(event.getPayload().stage(), progress(context))))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:play;LOCK_TIMEOUT=10000",
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--camunda.bpm.generate-unique-process-application-name=true",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--nepsong.demo-history=true",
                        "--nepsong.demo-until=end");
    }

    private static CycleProgress progress(GenericApplicationContext context) {
        return context.getBean(ReadProgress.class).of("2023").orElseThrow();
    }
}
