package nepsong.cycle;

import java.util.Comparator;
import java.util.List;
import nepsong.cycle.Cycles.StepDeadline;

/** As a cycle goes through its steps: process by process, and within one by the names of its forms. */
final class StepOrder implements Comparator<StepDeadline> {

    private static final List<String> PROCESSES = List.of(
            "directive",
            "self-assessment",
            "bloc-inspection",
            "cross-inspection",
            "correction",
            "evaluation",
            "appeal",
            "follow-up",
            "inspection-cycle",
            "commendation",
            "extension");

    @Override
    public int compare(StepDeadline one, StepDeadline other) {
        return Comparator.comparingInt(StepOrder::position)
                .thenComparing(StepDeadline::step)
                .compare(one, other);
    }

    /** What is unknown comes last. */
    private static int position(StepDeadline step) {
        int position = PROCESSES.indexOf(step.step().replaceFirst("\\..*", ""));
        return position < 0 ? PROCESSES.size() : position;
    }
}
