package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs a bloc with a new seed. Where no pairing keeps every rule, the one that gives up least is proposed and says so:
 * first that a pair of the last two cycles may return, then that declared conflicts may meet. The head of team decides.
 */
@Component
public class DrawPairs {

    private static final int SEEDS = 1_000_000;

    private final PairingRequests requests;
    private final SelfAssessments selfAssessments;
    private final Pairings pairings;
    private final PairingPolicy policy = new PairingPolicy();

    DrawPairs(PairingRequests requests, SelfAssessments selfAssessments, Pairings pairings) {
        this.requests = requests;
        this.selfAssessments = selfAssessments;
        this.pairings = pairings;
    }

    /** @throws IllegalStateException where even without these rules there is none, as in a bloc of two */
    @Transactional
    public Pairing draw(String cycle, String bloc) {
        int round = pairings.latest(cycle, bloc).map(Pairing::round).orElse(0) + 1;
        PairingRequest request = requests.of(
                cycle, bloc, ThreadLocalRandom.current().nextInt(1, SEEDS), selfAssessments.acknowledgements(cycle));
        PairingResult strict = policy.pair(request);
        Pairing pairing = strict.feasible()
                ? pairing(cycle, round, request, strict, List.of(), false, false)
                : relaxed(cycle, round, request, strict);
        pairings.add(pairing);
        return pairing;
    }

    private Pairing relaxed(String cycle, int round, PairingRequest request, PairingResult strict) {
        for (boolean[] givenUp : new boolean[][] {{true, false}, {false, true}, {true, true}}) {
            PairingResult result = policy.pair(PairingRequests.relaxed(request, givenUp[0], givenUp[1]));
            if (result.feasible()) {
                return pairing(cycle, round, request, result, strict.infeasible(), givenUp[0], givenUp[1]);
            }
        }
        throw new IllegalStateException("bloc %s of cycle %s cannot be paired: %s"
                .formatted(request.bloc(), cycle, String.join(" ", strict.infeasible())));
    }

    private static Pairing pairing(
            String cycle,
            int round,
            PairingRequest request,
            PairingResult result,
            List<String> infeasible,
            boolean previousRelaxed,
            boolean conflictsRelaxed) {
        List<String> warnings = new ArrayList<>(result.warnings());
        List<Pair> byInspected = request.units().stream()
                .flatMap(unit ->
                        result.pairs().stream().filter(pair -> pair.inspected().equals(unit)))
                .toList();
        byInspected.forEach(pair -> PairingRules.whyForbidden(pair.inspecting(), pair.inspected(), request)
                .ifPresent(reason -> warnings.add("“%s” kiểm tra “%s”: %s."
                        .formatted(request.nameOf(pair.inspecting()), request.nameOf(pair.inspected()), reason))));
        return new Pairing(
                cycle,
                request.bloc(),
                round,
                request.seed(),
                result.cost(),
                warnings,
                infeasible,
                previousRelaxed,
                conflictsRelaxed,
                byInspected,
                null);
    }
}
