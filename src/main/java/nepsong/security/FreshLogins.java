package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who leaves a group loses its rights within half a minute; who is deleted or has a new password, the session: at once
 * where the person chose the password here. Half an
 * hour without a hand on it ends a session, and none outlives a day's work.
 */
final class FreshLogins extends OncePerRequestFilter {

    static final Duration GROUPS_HOLD = Duration.ofSeconds(30);
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration SESSION_HOLDS = Duration.ofHours(12);

    /** What open pages ask for by themselves: nobody need be sitting before them. */
    private static final Pattern UNATTENDED = Pattern.compile(
            ".*/filter/[^/]+/(list|count|singleResult)|/progress/[^/]+/live|/api/tasks/(counts|places)");

    private static final String LOGGED_IN = FreshLogins.class.getName() + ".loggedIn";
    private static final String CHECKED = FreshLogins.class.getName() + ".checked";
    private static final String SEEN = FreshLogins.class.getName() + ".seen";

    private final FreshPeople people;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    FreshLogins(FreshPeople people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && (login instanceof UsernamePasswordAuthenticationToken || login instanceof OAuth2AuthenticationToken)
                && login.isAuthenticated()) {
            refresh(session, login, request, response);
        }
        chain.doFilter(request, response);
    }

    private void refresh(
            HttpSession session, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        Instant now = people.now();
        if (!(session.getAttribute(LOGGED_IN) instanceof Instant begun)
                || !(session.getAttribute(CHECKED) instanceof Instant checked)
                || !(session.getAttribute(SEEN) instanceof Instant seen)) {
            session.setAttribute(LOGGED_IN, now);
            session.setAttribute(CHECKED, now);
            session.setAttribute(SEEN, now);
            return;
        }
        if (!now.isBefore(begun.plus(SESSION_HOLDS)) || !now.isBefore(seen.plus(IDLE))) {
            end(session);
            return;
        }
        if (!UNATTENDED.matcher(request.getRequestURI()).matches()) {
            session.setAttribute(SEEN, now);
        }
        if (now.isAfter(checked.plus(GROUPS_HOLD)) || people.changedSince(login.getName(), checked)) {
            session.setAttribute(CHECKED, now);
            check(session, login, request, response);
        }
    }

    private void check(
            HttpSession session, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        try {
            UserDetails person = people.find(login.getName());
            if (login.getPrincipal() instanceof UserDetails before
                    && !Objects.equals(before.getPassword(), person.getPassword())) {
                end(session);
            } else {
                renew(login, person, request, response);
            }
        } catch (UsernameNotFoundException gone) {
            end(session);
        }
    }

    private void renew(
            Authentication login, UserDetails person, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed(login, person));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Authentication renewed(Authentication login, UserDetails person) {
        if (login instanceof OAuth2AuthenticationToken single) {
            OAuth2AuthenticationToken renewed = new OAuth2AuthenticationToken(
                    single.getPrincipal(), person.getAuthorities(), single.getAuthorizedClientRegistrationId());
            renewed.setDetails(login.getDetails());
            return renewed;
        }
        UsernamePasswordAuthenticationToken renewed =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        renewed.setDetails(login.getDetails());
        return renewed;
    }

    private static void end(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
