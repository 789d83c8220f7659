package nepsong.correction;

import org.jspecify.annotations.Nullable;

/**
 * How a finding is handed to the unit.
 *
 * @param type      name of a {@link FindingType}, where the inspectors' is corrected; else the one that it has
 * @param severity  name of a {@link Severity}, likewise
 * @param criterion code of the criterion that it concerns, where it concerns one
 * @param photo     a remark on the photos that show what was found
 */
public record Assignment(
        String type,
        String severity,
        @Nullable String criterion,
        String place,
        String description,
        String responsible,
        @Nullable String photo) {

    /** Words alone: what was found stays what it is. */
    public static Assignment of(
            Finding finding, String place, String description, String responsible, @Nullable String photo) {
        return new Assignment(
                finding.type().name(),
                finding.severity().name(),
                finding.criterion(),
                place,
                description,
                responsible,
                photo);
    }
}
