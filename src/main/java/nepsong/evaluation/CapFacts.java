package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rows of the decision table {@code grade-cap} ask about a unit; the components are its inputs.
 *
 * @param selfAssessmentSubmitted before the window closed, ten working days after the deadline (V1)
 * @param workingDaysLate         of the submission, 0 when in time (V2)
 * @param evidenceUntrue          (V3)
 * @param harassmentConcluded     a conclusion on harassment or corruption exists, criterion CS-D5 (V4)
 * @param lowestGroupPercent      the lowest group percentage over all sets of the unit, 0 to 100 (V5, V6)
 * @param openCriticalFindings    (V7)
 * @param repeatedFindings        of the previous cycle, found again (V8)
 * @param inspectionObstructed    (V9)
 * @param pledgedPercent          staff who signed the pledge, 0 to 100 (V10)
 * @param headDisciplined         (V11)
 * @param crossInspectionDone     the unit did the inspection that it was given, or was given none (V12)
 * @param correctionUnreported    a finding's report of correction never came (V13)
 */
public record CapFacts(
        boolean selfAssessmentSubmitted,
        int workingDaysLate,
        boolean evidenceUntrue,
        boolean harassmentConcluded,
        BigDecimal lowestGroupPercent,
        int openCriticalFindings,
        int repeatedFindings,
        boolean inspectionObstructed,
        BigDecimal pledgedPercent,
        boolean headDisciplined,
        boolean crossInspectionDone,
        boolean correctionUnreported) {

    public CapFacts {
        if (workingDaysLate < 0 || openCriticalFindings < 0 || repeatedFindings < 0) {
            throw new IllegalArgumentException("counts are not negative");
        }
        Percent.check("lowestGroupPercent", lowestGroupPercent);
        Percent.check("pledgedPercent", pledgedPercent);
    }

    /** By the names that the decision table gives them. */
    public Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("selfAssessmentSubmitted", selfAssessmentSubmitted);
        inputs.put("workingDaysLate", workingDaysLate);
        inputs.put("evidenceUntrue", evidenceUntrue);
        inputs.put("harassmentConcluded", harassmentConcluded);
        inputs.put("lowestGroupPercent", lowestGroupPercent);
        inputs.put("openCriticalFindings", openCriticalFindings);
        inputs.put("repeatedFindings", repeatedFindings);
        inputs.put("inspectionObstructed", inspectionObstructed);
        inputs.put("pledgedPercent", pledgedPercent);
        inputs.put("headDisciplined", headDisciplined);
        inputs.put("crossInspectionDone", crossInspectionDone);
        inputs.put("correctionUnreported", correctionUnreported);
        return inputs;
    }
}
