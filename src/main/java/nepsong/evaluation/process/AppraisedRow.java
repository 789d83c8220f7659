package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.Optional;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.Grade;
import nepsong.evaluation.PointItems;

/** What was said about one unit in the form of an appraisal. */
final class AppraisedRow {

    private AppraisedRow() {}

    /** Forms of before the causes were written one by one have two numbers and their reasons instead. */
    static Appraisal read(FormTask task, FormData row, PointItems points) {
        Optional<BigDecimal> bonus = row.number("bonus");
        Optional<BigDecimal> penalty = row.number("penalty");
        String adjusted = row.textOrNull("adjustedGrade");
        return new Appraisal(
                task.cycle(),
                row.text("unit"),
                bonus.orElseGet(points::bonus),
                bonus.isPresent() ? row.text("bonusReason") : points.bonusReason(),
                penalty.orElseGet(points::penalty),
                penalty.isPresent() ? row.text("penaltyReason") : points.penaltyReason(),
                row.flag("evidenceUntrue") || points.hasUntrueEvidence(),
                row.flag("harassmentConcluded"),
                row.flag("inspectionObstructed"),
                row.flag("headDisciplined"),
                row.flag("pledgeIncomplete"),
                row.text("vetoNote").isEmpty() ? points.untrueEvidence() : row.text("vetoNote"),
                adjusted == null ? null : Grade.valueOf(adjusted),
                row.text("adjustmentReason"),
                null,
                task.user());
    }
}
