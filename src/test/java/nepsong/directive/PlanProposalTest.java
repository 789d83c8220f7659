package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.cycle.StartCycle;
import nepsong.organisation.Demonstration;
import nepsong.security.RunningApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What a draft starts with in the demonstration. */
@RunningApplication
@Transactional
class PlanProposalTest {

    private final StartCycle start;
    private final Cycles cycles;
    private final PlanProposal proposal;

    @Autowired
    PlanProposalTest(StartCycle start, Cycles cycles, PlanProposal proposal) {
        this.start = start;
        this.cycles = cycles;
        this.proposal = proposal;
    }

    @Test
    void theFirstCycleTakesTheUnitsThatSomebodyAnswersFor() {
        Plan plan = proposal.propose(start(2018));
        assertThat(plan.units())
                .containsExactlyInAnyOrderElementsOf(Demonstration.units().keySet());
        assertThat(PlanPolicy.judge(plan)).isEmpty();
        assertThat(plan.checklistVersion()).isEqualTo(1);
    }

    @Test
    void theNextCycleTakesThoseOfTheCycleBefore() {
        configure(start(2018), List.of("so-y-te", "so-du-lich", "q-ba-dinh"));
        assertThat(proposal.propose(start(2019)).units()).containsExactly("so-y-te", "so-du-lich", "q-ba-dinh");
    }

    @Test
    void whenMostOfThemAreGoneTheProposalBeginsAnew() {
        configure(start(2018), List.of("q-ba-dinh", "q-tay-ho", "q-dong-da", "so-y-te"));
        assertThat(proposal.propose(start(2026)).units())
                .as("what exists in 2026 and has a coordinator")
                .containsExactlyInAnyOrder("so-y-te", "so-du-lich", "so-giao-duc-va-dao-tao");
    }

    private String start(int year) {
        return Objects.requireNonNull(
                start.start(year, "Kiểm tra năm " + year, "office").cycle());
    }

    private void configure(String cycle, List<String> units) {
        cycles.configure(
                new Cycles.Configuration(cycle, 1, null, List.of(new Bloc("khoi-1", "Khối 1", units)), Map.of()));
    }
}
