package nepsong.commendation;

import org.jspecify.annotations.Nullable;

/**
 * Whom a nomination is about.
 *
 * @param address position, home or address, as the nominating person writes it
 */
public record Subject(SubjectType type, String name, @Nullable Integer birthYear, String address) {

    public Subject {
        if (name.isBlank()) {
            throw new IllegalArgumentException("somebody is nominated");
        }
    }

    public boolean isCollective() {
        return type == SubjectType.COLLECTIVE;
    }
}
