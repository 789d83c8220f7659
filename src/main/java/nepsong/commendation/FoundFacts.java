package nepsong.commendation;

import org.jspecify.annotations.Nullable;

/**
 * What the award office found out.
 *
 * @param policeTaxOpinion of an enterprise or its head
 * @param consultation     of the agency that the law names for the case
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
        @Nullable String lastYearRating,
        boolean wrongSubject,
        boolean wrongAuthority,
        OpinionState policeTaxOpinion,
        OpinionState consultation) {

    /** Nothing speaks against the award. */
    public static FoundFacts none() {
        return new FoundFacts(
                false,
                false,
                false,
                false,
                false,
                false,
                null,
                false,
                false,
                OpinionState.NOT_NEEDED,
                OpinionState.NOT_NEEDED);
    }
}
