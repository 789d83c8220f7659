package nepsong.audit.web;

import org.springframework.security.core.Authentication;

/** Managers see all of the trail; the administrator sees who did what, and nothing of what it was about. */
final class Readers {

    private static final String MANAGERS = "ROLE_managers";

    private Readers() {}

    static boolean seesEverything(Authentication reader) {
        return reader.getAuthorities().stream().anyMatch(role -> MANAGERS.equals(role.getAuthority()));
    }
}
