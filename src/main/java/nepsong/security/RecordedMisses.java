package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes down who asked for a unit's file, scorecard, finding or evidence and was told that there is none: what is another's
 * is answered like what does not exist, so nobody else would know of the attempt. Behind the login.
 */
@Component
@Order(0)
class RecordedMisses extends OncePerRequestFilter {

    private static final Pattern OF_A_UNIT = Pattern.compile("/(api/)?(units|evidence|findings|cycles)/.+");

    private final AuditTrail trail;

    RecordedMisses(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        String person = request.getRemoteUser();
        if (person != null
                && response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                && OF_A_UNIT.matcher(request.getRequestURI()).matches()) {
            trail.refused(AuditEvent.of("web.refused")
                    .by(person)
                    .about(request.getMethod() + " " + request.getRequestURI())
                    .because("Không có, hoặc không thuộc phạm vi của tài khoản này"));
        }
    }
}
