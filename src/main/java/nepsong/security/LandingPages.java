package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Map;
import nepsong.organisation.Groups;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** After the login: the page that was asked for, otherwise where the role works. */
public final class LandingPages extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Map<String, String> BY_ROLE = Map.of(
            "ROLE_" + Groups.ADMINISTRATORS, "/camunda/app/welcome/default/",
            "ROLE_" + Groups.MANAGERS, "/progress");

    LandingPages(RequestCache requests) {
        setRequestCache(requests);
    }

    /** Relative to the application; never taken from the request. */
    public static String of(Collection<? extends GrantedAuthority> roles) {
        return roles.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(BY_ROLE::containsKey)
                .findFirst()
                .map(BY_ROLE::get)
                .orElse(TASKLIST);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication login) {
        return of(login.getAuthorities());
    }
}
