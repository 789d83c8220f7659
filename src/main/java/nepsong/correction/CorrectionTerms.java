package nepsong.correction;

/**
 * What the officials' decision table demands for a finding.
 *
 * @param workingDays    until the unit reports
 * @param photoBefore    whether a photo shows what was found
 * @param photoAfter     whether a photo proves the correction
 * @param recheck        where it is checked again
 * @param recheckPercent share of such corrections that is checked again, 0 to 100
 * @param secondLookDays after the closing, somebody looks whether it has lasted; 0 where nobody does
 */
public record CorrectionTerms(
        int workingDays,
        boolean photoBefore,
        boolean photoAfter,
        Recheck recheck,
        int recheckPercent,
        int secondLookDays) {

    public CorrectionTerms {
        if (workingDays < 0 || recheckPercent < 0 || recheckPercent > 100 || secondLookDays < 0) {
            throw new IllegalArgumentException("no terms: " + workingDays + " working days, " + recheckPercent
                    + " percent, looked at again after " + secondLookDays + " days");
        }
    }

    /** The names are those of the decision table. */
    public enum Recheck {
        SITE,
        FILE
    }
}
