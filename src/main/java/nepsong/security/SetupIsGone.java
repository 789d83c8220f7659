package nepsong.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import nepsong.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's setup makes administrators while it finds none (CVE-2026-77226), and its own login knows nothing of ours:
 * neither exists here, for nobody, however the path is spelt. Nor does any other path in a spelling that two readers may
 * take for two paths. Before everything else but the headers, so that not even a login shows a difference.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SetupIsGone extends OncePerRequestFilter {

    private static final Pattern GONE = Pattern.compile(
            "/camunda/(api/admin/(setup(/.*)?|auth/user/[^/]*/login(/.*)?)|app/[^/]*/([^/]*/)?setup(/.*)?)");

    /** What no browser writes: parameters in a path, empty and dotted segments, and letters with percent signs. */
    private static final Pattern ODD =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(?:/|$)|(?i)%(?:2[ef5]|5c|00|3[0-9]|[46][1-9a-f]|[57][0-9a])");

    /** A spelling that is still not undone after so many rounds is not one of a browser. */
    private static final int ROUNDS = 5;

    private final AuditTrail trail;

    SetupIsGone(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (GONE.matcher(undone(request.getRequestURI())).matches()
                || GONE.matcher(undone(request.getServletPath() + nullToEmpty(request.getPathInfo())))
                        .matches()) {
            EarlyRefusals.record(trail, request, "Đường dẫn thiết lập này không tồn tại");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (ODD.matcher(request.getRequestURI()).find()) {
            EarlyRefusals.record(trail, request, "Đường dẫn viết theo cách không trình duyệt nào viết");
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Lower case, without percent signs, parameters, doubled slashes and dots. */
    static String undone(String uri) {
        String path = uri;
        for (int round = 0; round < ROUNDS; round++) {
            path = decoded(path)
                    .replace('\\', '/')
                    .replaceAll(";[^/]*", "")
                    .replaceAll("[\\x00-\\x20]+", "")
                    .replaceAll("/+", "/")
                    .replaceAll("/(\\./)+", "/")
                    .replaceAll("/(?!\\.\\./)[^/]+/\\.\\.(?=/|$)", "");
        }
        return path.toLowerCase(Locale.ROOT);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return path;
        }
    }

    private static String nullToEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
