package nepsong.crossinspection;

import org.jspecify.annotations.Nullable;

/**
 * Something amiss that the inspectors saw; it is corrected once the minutes are written.
 *
 * @param number of its code: its photos are filed under it, whatever becomes of the other rows of the sheet
 */
public record VisitFinding(
        int number, String type, String severity, String place, String description, @Nullable String criterion) {

    /** What people call it: {@code TT-1}. */
    public String code() {
        return FindingPhotoPolicy.topic(number);
    }
}
