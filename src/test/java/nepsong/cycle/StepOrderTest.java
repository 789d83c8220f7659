package nepsong.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import nepsong.cycle.Cycles.StepDeadline;
import org.junit.jupiter.api.Test;

/** In which order the steps of a cycle are shown to whoever sets their days. */
class StepOrderTest {

    @Test
    void aStepStandsWhereTheCycleComesToIt() {
        assertThat(Stream.of(
                                "commendation.vote",
                                "follow-up.report",
                                "self-assessment.approve",
                                "self-assessment.score-criteria",
                                "cross-inspection.inspect",
                                "directive.decide")
                        .map(StepOrderTest::step)
                        .sorted(new StepOrder())
                        .map(StepDeadline::step))
                .containsExactly(
                        "directive.decide",
                        "self-assessment.score-criteria",
                        "self-assessment.approve",
                        "cross-inspection.inspect",
                        "follow-up.report",
                        "commendation.vote");
    }

    @Test
    void everyFormOfATaskHasItsPlace() {
        List<String> forms = Stream.of(new File("forms").list())
                .map(file -> file.replace(".form", ""))
                .filter(form -> !form.endsWith(".start"))
                .toList();
        assertThat(forms).isNotEmpty().allSatisfy(form -> assertThat(
                        new StepOrder().compare(step(form), step("a-step.that-nobody-knows")))
                .as(form)
                .isNegative());
    }

    private static StepDeadline step(String form) {
        return new StepDeadline(form, "", 1);
    }
}
