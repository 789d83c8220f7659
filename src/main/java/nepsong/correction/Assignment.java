package nepsong.correction;

import org.jspecify.annotations.Nullable;

/**
 * How a finding is handed to the unit.
 *
 * @param photo a remark on the photos that show what was found
 */
public record Assignment(String place, String description, String responsible, @Nullable String photo) {}
