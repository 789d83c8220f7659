package nepsong.correction;

import org.jspecify.annotations.Nullable;

/**
 * How a finding is handed to the unit.
 *
 * @param photo number or page of the photo that shows what was found
 */
public record Assignment(String place, String description, String responsible, @Nullable String photo) {}
