package nepsong.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit's place among the units of its kind, with which it inspects and is ranked.
 *
 * @param bloc      kebab-case, e.g. {@code khoi-1}; on one day it has one name
 * @param unit      its code
 * @param validFrom the first day; from then on the unit belongs to no bloc that it went into earlier
 * @param validTo   the last day, or null while it belongs there
 */
public record BlocMembership(
        String bloc, String name, String englishName, String unit, LocalDate validFrom, @Nullable LocalDate validTo) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
