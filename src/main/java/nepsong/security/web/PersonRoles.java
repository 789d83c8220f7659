package nepsong.security.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;

/** The roles that texts are written for: one serves the coordinators of all units. */
final class PersonRoles {

    private static final Pattern AT_A_UNIT = Pattern.compile("(coordinator|head|inspector)At\\w+");

    private PersonRoles() {}

    /** Ids of groups; for those at a unit {@code coordinator}, {@code head}, {@code inspector}. */
    static Set<String> of(Authentication person) {
        return person.getAuthorities().stream()
                .map(authority -> role(authority.getAuthority()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String role(String authority) {
        String role = authority.replaceFirst("^ROLE_", "");
        Matcher unit = AT_A_UNIT.matcher(role);
        return unit.matches() ? unit.group(1) : role;
    }
}
