package nepsong.crossinspection;

import java.util.List;

/**
 * A bloc's pairs, or why there are none.
 *
 * @param pairs      one per unit, in the request's order of the inspecting units; empty where none are permitted
 * @param cost       the sum of the soft costs, loops of three included
 * @param cheapest   whether it is proven that no permitted pairing costs less; false only beyond the limit of the search
 * @param warnings   Vietnamese sentences for the head of team, who approves
 * @param infeasible Vietnamese sentences that name the units and the rules that block; empty where there are pairs
 */
public record PairingResult(
        List<Pair> pairs, int cost, boolean cheapest, List<String> warnings, List<String> infeasible) {

    public PairingResult {
        pairs = List.copyOf(pairs);
        warnings = List.copyOf(warnings);
        infeasible = List.copyOf(infeasible);
    }

    static PairingResult refused(List<String> infeasible) {
        return new PairingResult(List.of(), 0, false, List.of(), infeasible);
    }

    public boolean feasible() {
        return infeasible.isEmpty();
    }
}
