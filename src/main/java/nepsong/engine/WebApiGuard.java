package nepsong.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's web applications open the whole REST interface of the engine to whoever may open Tasklist. Here a member of
 * staff gets the calls that Tasklist makes, without expressions; the administrator gets them all.
 */
final class WebApiGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebApiGuard.class);

    /** Bytes; a scorecard with texts of the greatest length stays far below. */
    private static final int LARGEST_BODY = 4_000_000;

    private static final int DEEPEST_BODY = 50;
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final JsonFactory json = new JsonFactory();

    @Override
    protected void doFilterInternal(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest request = new Bounded(sent);
        Set<String> groups = groups();
        if (groups.contains(Groups.ADMINISTRATORS)) {
            chain.doFilter(request, response);
        } else if (!WebApiCalls.allows(request.getMethod(), request.getRequestURI(), groups)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "Thao tác này không được phép.");
        } else if (Collections.list(request.getParameterNames()).stream().anyMatch(WebApiGuard::isExpression)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "Biểu thức không được phép trong yêu cầu.");
        } else if (WITHOUT_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            guardBody(request, response, chain);
        }
    }

    private void guardBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "Dữ liệu gửi lên quá lớn.");
        } else if (body.length > 0 && !isJson(request)) {
            refuse(request, response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "Dữ liệu phải ở dạng JSON.");
        } else {
            try {
                if (holdsExpression(body)) {
                    refuse(
                            request,
                            response,
                            HttpServletResponse.SC_FORBIDDEN,
                            "Biểu thức không được phép trong yêu cầu.");
                } else {
                    chain.doFilter(new ReadAgain(request, body), response);
                }
            } catch (JsonParseException broken) {
                refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "Dữ liệu JSON không hợp lệ.");
            }
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Token by token, so that of two properties of one name none is overlooked. */
    private boolean holdsExpression(byte[] body) throws IOException {
        int depth = 0;
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST_BODY || token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static Set<String> groups() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null
                ? Set.of()
                : person.getAuthorities().stream()
                        .map(authority -> authority.getAuthority().substring("ROLE_".length()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String reason)
            throws IOException {
        LOG.info(
                "Refused {} {} for {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                request.getRemoteUser(),
                status);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"type\":\"Forbidden\",\"message\":\"" + reason + "\"}");
    }
}
