package nepsong.crossinspection;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A planned visit was put off, brought forward or moved elsewhere. Times of the visit are those of Hà Nội.
 *
 * @param number    the visit's changes are counted from 1
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
        String reason,
        Instant changedAt,
        String changedBy,
        @Nullable String changedFor) {}
