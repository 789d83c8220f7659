package nepsong.cycle;

import java.util.Comparator;
import java.util.List;
import nepsong.cycle.Cycles.StepDeadline;

/** As a cycle goes through its steps, from left to right as they are drawn. */
final class StepOrder implements Comparator<StepDeadline> {

    private static final List<String> STEPS = List.of(
            "directive.draft-plan",
            "directive.give-opinion",
            "directive.decide",
            "directive.enter-issue",
            "directive.set-up-team",
            "directive.configure-cycle",
            "self-assessment.acknowledge",
            "self-assessment.score-criteria",
            "self-assessment.approve",
            "self-assessment.check-completeness",
            "self-assessment.supplement",
            "bloc-inspection.approve-pairs",
            "cross-inspection.schedule",
            "cross-inspection.inspect",
            "cross-inspection.write-minutes",
            "cross-inspection.explain",
            "cross-inspection.approve-explanation",
            "cross-inspection.answer",
            "cross-inspection.settle",
            "bloc-inspection.inspect-again",
            "correction.assign-correction",
            "correction.report-correction",
            "correction.verify-correction",
            "correction.look-again",
            "evaluation.appraise",
            "evaluation.confirm-adjustments",
            "evaluation.draft-report",
            "evaluation.give-opinion",
            "evaluation.answer-opinions",
            "evaluation.call-conference",
            "evaluation.hold-conference",
            "evaluation.publish",
            "appeal.consider-result",
            "appeal.review-appeal",
            "appeal.decide-appeal",
            "follow-up.report",
            "follow-up.accept",
            "inspection-cycle.select-nominees",
            "commendation.confirm-by-unit",
            "commendation.consolidate",
            "commendation.appraise",
            "commendation.supplement",
            "commendation.recheck",
            "commendation.vote",
            "commendation.decide",
            "commendation.publish",
            "extension.decide-extension");

    @Override
    public int compare(StepDeadline one, StepDeadline other) {
        return Comparator.comparingInt(StepOrder::position)
                .thenComparing(StepDeadline::step)
                .compare(one, other);
    }

    /** What is unknown comes last. */
    private static int position(StepDeadline step) {
        int position = STEPS.indexOf(step.step());
        return position < 0 ? STEPS.size() : position;
    }
}
