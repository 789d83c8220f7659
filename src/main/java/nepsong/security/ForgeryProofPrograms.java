package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests to {@code /api} that no other site can have forged: those of a program that sends its password each time, and
 * those that carry the token which Camunda gave this session.
 */
final class ForgeryProofPrograms implements RequestMatcher {

    /** Every browser sends it, and no script can take it away. */
    static final String SENT_BY_BROWSERS = "Sec-Fetch-Site";

    private static final String CAMUNDA_TOKEN = "CAMUNDA_CSRF_TOKEN";

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") && (hasPassword(request) || hasCamundaToken(request));
    }

    private static boolean hasPassword(HttpServletRequest request) {
        return sendsPassword(request) && request.getHeader(SENT_BY_BROWSERS) == null;
    }

    static boolean sendsPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    /** Whether it carries the token that Camunda gave this session, as every call of its own pages does. */
    static boolean hasCamundaToken(HttpServletRequest request) {
        String sent = request.getHeader("X-XSRF-TOKEN");
        HttpSession session = request.getSession(false);
        return sent != null
                && session != null
                && session.getAttribute(CAMUNDA_TOKEN) instanceof String token
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
