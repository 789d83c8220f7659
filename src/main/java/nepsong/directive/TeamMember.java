package nepsong.directive;

import org.jspecify.annotations.Nullable;

/**
 * A member of the inspection team who is not its head, deputy or secretary.
 *
 * @param person id of the login
 * @param agency that the member speaks for, e.g. "Sở Nội vụ"
 */
public record TeamMember(String person, @Nullable String agency) {}
