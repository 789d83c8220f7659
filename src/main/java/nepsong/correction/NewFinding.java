package nepsong.correction;

import org.jspecify.annotations.Nullable;

/**
 * What somebody found wanting, as it was typed.
 *
 * @param type      name of a {@link FindingType}
 * @param severity  name of a {@link Severity}
 * @param criterion code of the criterion that it concerns, where it concerns one
 */
public record NewFinding(String type, String severity, String place, String description, @Nullable String criterion) {}
