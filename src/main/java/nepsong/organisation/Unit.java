package nepsong.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agency, district or commune that is inspected and inspects.
 *
 * @param code      kebab-case and unique over all times, e.g. {@code q-ba-dinh}
 * @param kind      the code of a {@link UnitKind}; decides the weights of the criteria sets
 * @param validFrom the first day of the unit's existence
 * @param validTo   the last day, or null while it exists
 * @param successor the unit that followed it in a reorganisation, where one did
 * @param location  where that is known
 */
public record Unit(
        String code,
        String kind,
        String name,
        String englishName,
        String area,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String successor,
        @Nullable Location location) {

    /** Somewhere. */
    public Unit(
            String code,
            String kind,
            String name,
            String englishName,
            String area,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String successor) {
        this(code, kind, name, englishName, area, validFrom, validTo, successor, null);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Its area is the whole city. */
    public boolean isDepartment() {
        return kind.startsWith("department");
    }

    /** The code as it stands in group and user ids, which take letters and digits only: {@code qbadinh}. */
    public String key() {
        return keyOf(code);
    }

    public static String keyOf(String code) {
        return code.replace("-", "");
    }
}
