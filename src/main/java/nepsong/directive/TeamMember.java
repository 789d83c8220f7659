package nepsong.directive;

import org.jspecify.annotations.Nullable;

/**
 * A member of the inspection team who is not its head, deputy or secretary.
 *
 * @param person id of the login
 * @param agency that the member speaks for, e.g. "Sở Nội vụ"
 * @param duty   of this member beside those of the team; empty where nothing was said
 */
public record TeamMember(String person, @Nullable String agency, String duty) {

    public TeamMember(String person, @Nullable String agency) {
        this(person, agency, "");
    }
}
