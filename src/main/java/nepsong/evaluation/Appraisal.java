package nepsong.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the appraisers add to a unit's scores.
 *
 * @param bonus            0 to 3 points, with a reason where there is one
 * @param penalty          0 to 10 points, with a reason where there is one
 * @param evidenceUntrue   (V3)
 * @param pledgeIncomplete not everybody has signed the pledge (V10)
 * @param vetoNote         what the boxes rest on
 * @param adjustedGrade    proposed in the place of what the score earns; no veto gives way to it. Null where nothing is adjusted
 * @param adjustmentConfirmed by the head of team; null where nothing is adjusted or they have not decided
 * @param appraisedBy      id of a person
 */
public record Appraisal(
        String cycle,
        String unit,
        BigDecimal bonus,
        String bonusReason,
        BigDecimal penalty,
        String penaltyReason,
        boolean evidenceUntrue,
        boolean harassmentConcluded,
        boolean inspectionObstructed,
        boolean headDisciplined,
        boolean pledgeIncomplete,
        String vetoNote,
        @Nullable Grade adjustedGrade,
        String adjustmentReason,
        @Nullable Boolean adjustmentConfirmed,
        String appraisedBy) {

    /** Of a unit that nobody has appraised yet. */
    public static Appraisal none(String cycle, String unit) {
        return new Appraisal(
                cycle,
                unit,
                BigDecimal.ZERO,
                "",
                BigDecimal.ZERO,
                "",
                false,
                false,
                false,
                false,
                false,
                "",
                null,
                "",
                null,
                "");
    }

    /** Null where nothing is adjusted, or not confirmed. */
    public @Nullable Grade confirmedGrade() {
        return Boolean.TRUE.equals(adjustmentConfirmed) ? adjustedGrade : null;
    }

    public boolean claimsVeto() {
        return evidenceUntrue || harassmentConcluded || inspectionObstructed || headDisciplined || pledgeIncomplete;
    }
}
