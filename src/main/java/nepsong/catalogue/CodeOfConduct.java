package nepsong.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision that the criteria rest on.
 *
 * @param validTo the last day, or null while it is in force
 */
public record CodeOfConduct(
        String number,
        CriteriaSet set,
        String title,
        LocalDate issuedOn,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
