package nepsong.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param id     letters and digits, the login
 * @param phone  ten digits, or empty
 * @param unit   code of the unit that the person works for, where it is one that is inspected
 * @param agency the agency that the person speaks for in a team or council, e.g. "Sở Nội vụ"
 */
public record Person(
        String id,
        String name,
        String email,
        String phone,
        String position,
        @Nullable String unit,
        @Nullable String agency) {

    /** Stands for somebody whose data was erased: has a name to be shown and nothing else, and is not written to. */
    public boolean isErased() {
        return ErasedPeople.isPseudonym(id);
    }

    /** The first word of the name; empty where there is but one. */
    public String familyName() {
        return name.substring(0, Math.max(0, name.indexOf(' ')));
    }

    /** All that follows the family name. */
    public String givenNames() {
        return name.substring(name.indexOf(' ') + 1).strip();
    }
}
