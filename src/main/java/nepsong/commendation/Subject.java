package nepsong.commendation;

import org.jspecify.annotations.Nullable;

/**
 * Whom a nomination is about.
 *
 * @param birthYear of a person; null where it is not known
 * @param gender    of a person; null where it is not known
 * @param address   position, home or address, as the nominating person writes it
 */
public record Subject(
        SubjectType type, String name, @Nullable Integer birthYear, @Nullable Gender gender, String address) {

    public Subject {
        if (name.isBlank()) {
            throw new IllegalArgumentException("somebody is nominated");
        }
    }

    public boolean isCollective() {
        return type == SubjectType.COLLECTIVE;
    }

    /** One human being, not several. */
    public boolean isPerson() {
        return type == SubjectType.PERSON || type == SubjectType.GOOD_PERSON;
    }
}
