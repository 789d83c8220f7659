package nepsong.correction;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found wanting at a unit, and where its correction stands.
 *
 * @param number      counts within the unit and the cycle
 * @param repeated    the same type was found at the unit in the cycle before
 * @param dueOn       the last day for the unit's report
 * @param responsible who is to mend it, in the secretary's words
 * @param photo       a remark on the photos that show what was found
 * @param reopened    how often a correction was not enough
 */
public record Finding(
        String id,
        String cycle,
        String unit,
        int number,
        FindingType type,
        Severity severity,
        String place,
        String description,
        @Nullable String criterion,
        boolean repeated,
        CorrectionTerms terms,
        LocalDate dueOn,
        Instant foundAt,
        @Nullable String responsible,
        @Nullable String photo,
        int reopened,
        @Nullable Instant closedAt) {

    /** As the secretary hands it to the unit. */
    Finding assigned(
            Assignment words,
            FindingType newType,
            Severity newSeverity,
            boolean isRepeated,
            CorrectionTerms newTerms,
            LocalDate newDueOn) {
        return new Finding(
                id,
                cycle,
                unit,
                number,
                newType,
                newSeverity,
                words.place(),
                words.description(),
                words.criterion(),
                isRepeated,
                newTerms,
                newDueOn,
                foundAt,
                words.responsible(),
                words.photo(),
                reopened,
                closedAt);
    }

    /** What people call it: {@code TT-1}. */
    public String code() {
        return "TT-" + number;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** The number of the report that the unit owes, or owed last. */
    public int round() {
        return reopened + 1;
    }
}
