package nepsong.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the other stages know about a unit. It is kept as it was when the unit was graded: an appeal changes scores, and nothing
 * that happens after the grading lowers a published grade.
 *
 * @param submittedAt           of the self-assessment; null where none came (V1)
 * @param workingDaysLate       (V2)
 * @param openFindings          of any severity
 * @param openCriticalFindings  (V7)
 * @param repeatedFindings      (V8)
 * @param correctionUnreported  (V13)
 * @param crossInspectionDone   the unit did the inspections that it was given (V12)
 */
public record GradedFacts(
        String unit,
        @Nullable Instant submittedAt,
        int workingDaysLate,
        int openFindings,
        int openCriticalFindings,
        int repeatedFindings,
        boolean correctionUnreported,
        boolean crossInspectionDone) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    /** The appraisers say whether all have signed, not how many. */
    private static final BigDecimal NOT_ALL = BigDecimal.valueOf(99);

    CapFacts with(Appraisal appraisal, UnitScores scores) {
        return new CapFacts(
                submittedAt != null,
                workingDaysLate,
                appraisal.evidenceUntrue(),
                appraisal.harassmentConcluded(),
                scores.lowestGroup(),
                openCriticalFindings,
                repeatedFindings,
                appraisal.inspectionObstructed(),
                appraisal.pledgeIncomplete() ? NOT_ALL : ALL,
                appraisal.headDisciplined(),
                crossInspectionDone,
                correctionUnreported);
    }
}
