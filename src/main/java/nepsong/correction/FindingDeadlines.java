package nepsong.correction;

import java.util.Optional;

/** The decision table {@code finding-deadline}, which officials may change: a cycle keeps the version that it was configured with. */
public interface FindingDeadlines {

    /** Empty where the table has no row for this combination. */
    Optional<CorrectionTerms> of(String cycle, FindingType type, Severity severity);
}
