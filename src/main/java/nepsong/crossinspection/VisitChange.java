package nepsong.crossinspection;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A planned visit was put off, brought forward, moved elsewhere or given to other people. Times of the visit are those of
 * Hà Nội.
 *
 * @param number    the visit's changes are counted from 1
 * @param joined    who comes since the change and was not to come before
 * @param left      who was to come before and need not any more
 * @param changedBy id of a person
 * @param changedFor id of the person in whose place it was done; null where it was for themselves
 */
public record VisitChange(
        String cycle,
        String unit,
        int number,
        LocalDateTime oldAt,
        String oldPlace,
        LocalDateTime newAt,
        String newPlace,
        Visitors joined,
        Visitors left,
        String reason,
        Instant changedAt,
        String changedBy,
        @Nullable String changedFor) {

    /** Whether the people are all that has changed. */
    public boolean keepsTimeAndPlace() {
        return oldAt.equals(newAt) && oldPlace.equals(newPlace);
    }

    /** Whether other people come. */
    public boolean changesVisitors() {
        return !joined.isNobody() || !left.isNobody();
    }
}
