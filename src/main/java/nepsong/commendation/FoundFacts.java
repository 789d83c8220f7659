package nepsong.commendation;

import org.jspecify.annotations.Nullable;

/**
 * What the award office found out.
 *
 * @param lastYearRating {@code OUTSTANDING}, {@code GOOD}, {@code COMPLETED} or {@code NOT_COMPLETED}; null for those
 *                       who are not rated
 */
public record FoundFacts(
        boolean underDiscipline,
        boolean underInvestigation,
        boolean complaintBeingVerified,
        boolean pressReportBeingVerified,
        boolean sameAchievementAwarded,
        boolean civilServant,
        @Nullable String lastYearRating) {

    /** Nothing speaks against the award. */
    public static FoundFacts none() {
        return new FoundFacts(false, false, false, false, false, false, null);
    }
}
