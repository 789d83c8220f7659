package nepsong.correction;

import java.util.Optional;

/** The decision table {@code finding-deadline}, which officials may change. */
public interface FindingDeadlines {

    /** Empty where the table has no row for this combination. */
    Optional<CorrectionTerms> of(FindingType type, Severity severity);
}
