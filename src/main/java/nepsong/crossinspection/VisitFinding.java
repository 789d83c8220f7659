package nepsong.crossinspection;

import org.jspecify.annotations.Nullable;

/** Something amiss that the inspectors saw; it is corrected once the minutes are written. */
public record VisitFinding(
        String type, String severity, String place, String description, @Nullable String criterion) {}
