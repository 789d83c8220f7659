package nepsong.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found wanting, as it was typed.
 *
 * @param number    of its code, under which its photos were filed already; null for the next one that is free
 * @param seenAt    when somebody saw it; null for now
 * @param type      name of a {@link FindingType}
 * @param severity  name of a {@link Severity}
 * @param criterion code of the criterion that it concerns, where it concerns one
 */
public record NewFinding(
        @Nullable Integer number,
        @Nullable Instant seenAt,
        String type,
        String severity,
        String place,
        String description,
        @Nullable String criterion) {

    public NewFinding(String type, String severity, String place, String description, @Nullable String criterion) {
        this(null, null, type, severity, place, description, criterion);
    }
}
