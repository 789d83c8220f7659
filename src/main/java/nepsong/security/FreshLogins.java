package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who leaves a group loses its rights within half a minute, who is deleted the session; no session outlives a day's work. */
final class FreshLogins extends OncePerRequestFilter {

    private static final Duration GROUPS_HOLD = Duration.ofSeconds(30);
    private static final Duration SESSION_HOLDS = Duration.ofHours(12);
    private static final String LOGGED_IN = FreshLogins.class.getName() + ".loggedIn";
    private static final String CHECKED = FreshLogins.class.getName() + ".checked";

    private final UserDetailsService people;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    FreshLogins(UserDetailsService people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** At the login: both spans begin. */
    static void begin(HttpSession session, Instant now) {
        session.setAttribute(LOGGED_IN, now);
        session.setAttribute(CHECKED, now);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && login instanceof UsernamePasswordAuthenticationToken && login.isAuthenticated()) {
            refresh(session, login, request, response);
        }
        chain.doFilter(request, response);
    }

    private void refresh(
            HttpSession session, Authentication login, HttpServletRequest request, HttpServletResponse response) {
        Instant now = clock.instant();
        if (!(session.getAttribute(LOGGED_IN) instanceof Instant begun)
                || !(session.getAttribute(CHECKED) instanceof Instant checked)) {
            begin(session, now);
            return;
        }
        if (now.isAfter(begun.plus(SESSION_HOLDS))) {
            end(session);
        } else if (now.isAfter(checked.plus(GROUPS_HOLD))) {
            try {
                UserDetails person = people.loadUserByUsername(login.getName());
                session.setAttribute(CHECKED, now);
                renew(login, person, request, response);
            } catch (UsernameNotFoundException gone) {
                end(session);
            }
        }
    }

    private void renew(
            Authentication login, UserDetails person, HttpServletRequest request, HttpServletResponse response) {
        UsernamePasswordAuthenticationToken renewed =
                UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
        renewed.setDetails(login.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static void end(HttpSession session) {
        session.invalidate();
        SecurityContextHolder.clearContext();
    }
}
