package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.NepsongApplication;
import nepsong.cycle.Cycles;
import nepsong.progress.CycleState;
import nepsong.progress.ReadProgress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the demonstration takes to start: with nothing, with last year's cycle, and with this year's played up to each
 * of its stages. The goals are ten seconds for the former two and a minute more for the others, on a machine with nothing else to do.
 */
class DemonstrationBenchmark {

    /** In seconds; what a first look may take. */
    private static final double SLOWEST = 60;

    @Test
    void startsWithNothingWithHistoryAndPlayedUpToEachStage() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(start("empty", 0, "--nepsong.demo-history=false"));
        rows.add(start("history", 1, "--nepsong.demo-history=true"));
        for (String until : List.of("self-assessment", "cross-inspection", "evaluation", "commendation", "end")) {
            rows.add(start(until, 2, "--nepsong.demo-history=true", "--nepsong.demo-until=" + until));
        }
        Results.write("demonstration", Map.of("starts", rows));
        assertThat(rows).allSatisfy(row -> assertThat((Double) row.get("seconds"))
                .as("%s", row.get("what"))
                .isLessThan(SLOWEST));
    }

    private static Map<String, Object> start(String what, int cycles, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--spring.datasource.url=jdbc:h2:mem:start-" + what + ";LOCK_TIMEOUT=20000");
        arguments.add("--camunda.bpm.generate-unique-process-engine-name=true");
        arguments.add("--camunda.bpm.generate-unique-process-application-name=true");
        arguments.add("--logging.level.root=WARN");
        long from = System.nanoTime();
        try (ConfigurableApplicationContext application =
                new SpringApplicationBuilder(NepsongApplication.class).run(arguments.toArray(String[]::new))) {
            double seconds = Duration.ofNanos(System.nanoTime() - from).toMillis() / 1000.0;
            assertThat(application.getBean(Cycles.class).all()).hasSize(cycles);
            application.getBean(ReadProgress.class).of("2023").ifPresent(cycle -> {
                boolean over = cycle.state() == CycleState.FINISHED;
                assertThat(over ? "END" : cycle.stage().name())
                        .isEqualTo(what.toUpperCase().replace('-', '_'));
            });
            System.out.printf("start of the demonstration, %-16s %6.1f s%n", what, seconds);
            return Map.of("what", what, "seconds", seconds);
        }
    }
}
