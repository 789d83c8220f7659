package nepsong.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.Groups;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's web applications open the whole REST interface of the engine to whoever may open Tasklist. Here a member of
 * staff gets the calls that Tasklist makes, without expressions; the administrator gets them all but those that tell what
 * a process holds: votes and decisions are none of the administrator's business. Nobody gets in by an odd spelling of a
 * path, or with a body of any size or depth.
 */
final class WebApiGuard extends OncePerRequestFilter {

    static final int DEEPEST_BODY = 50;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final JsonFactory json = new JsonFactory();
    private final AuditTrail trail;

    WebApiGuard(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest request = new Bounded(sent);
        Set<String> groups = groups();
        Optional<WebApiRefusal> refused = judge(request, groups);
        byte[] body = new byte[0];
        if (refused.isEmpty() && !WITHOUT_BODY.contains(request.getMethod())) {
            body = request.getInputStream().readNBytes(WebApiCalls.largestBody(request.getRequestURI()) + 1);
            refused = judge(request, body, groups.contains(Groups.ADMINISTRATORS));
        }
        Optional<String> nothing = refused.filter(WebApiRefusal.VALUES_OF_A_PROCESS::equals)
                .flatMap(values -> ProcessValues.nothing(request.getRequestURI()));
        if (nothing.isPresent()) {
            write(response, nothing.get());
        } else if (refused.isPresent()) {
            refuse(request, response, refused.get());
        } else {
            chain.doFilter(
                    WITHOUT_BODY.contains(request.getMethod()) ? request : new ReadAgain(request, body), response);
            record(request, response);
        }
    }

    private static Optional<WebApiRefusal> judge(HttpServletRequest request, Set<String> groups) {
        Optional<String> path = PlainPath.of(request.getRequestURI());
        if (path.isEmpty()) {
            return Optional.of(WebApiRefusal.ODD_PATH);
        }
        // What says itself that it is too large is not read: four megabytes put together cost everybody else time.
        if (request.getContentLengthLong() > WebApiCalls.largestBody(request.getRequestURI())) {
            return Optional.of(WebApiRefusal.TOO_LARGE);
        }
        // Of the query alone: a body is no form. Asked for as a whole, the firewall looks at every value.
        Set<String> parameters = request.getParameterMap().keySet();
        if (groups.contains(Groups.ADMINISTRATORS)) {
            return ofAdministrator(path.get());
        }
        if (!WebApiCalls.allows(request.getMethod(), path.get(), groups)) {
            return Optional.of(WebApiRefusal.NOT_FOR_THE_ROLE);
        }
        return parameters.stream().anyMatch(WebApiGuard::isExpression)
                ? Optional.of(WebApiRefusal.EXPRESSION)
                : Optional.empty();
    }

    private static Optional<WebApiRefusal> ofAdministrator(String path) {
        if (AdministratorCalls.isMigration(path)) {
            return Optional.of(WebApiRefusal.NOT_FOR_THE_ROLE);
        }
        return ProcessValues.areToldBy(path) ? Optional.of(WebApiRefusal.VALUES_OF_A_PROCESS) : Optional.empty();
    }

    private Optional<WebApiRefusal> judge(HttpServletRequest request, byte[] body, boolean administrator)
            throws IOException {
        if (body.length > WebApiCalls.largestBody(request.getRequestURI())) {
            return Optional.of(WebApiRefusal.TOO_LARGE);
        }
        if (!isJson(request)) {
            return body.length == 0 || administrator ? Optional.empty() : Optional.of(WebApiRefusal.NOT_JSON);
        }
        try {
            return judgeJson(body, request.getRequestURI())
                    .filter(refused ->
                            !administrator || refused != WebApiRefusal.EXPRESSION && refused != WebApiRefusal.TOO_MANY);
        } catch (JsonProcessingException broken) {
            return Optional.of(WebApiRefusal.BROKEN_JSON);
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    /** Token by token, so that of two properties of one name none is overlooked. */
    private Optional<WebApiRefusal> judgeJson(byte[] body, String path) throws IOException {
        int mostParts = WebApiCalls.mostParts(path);
        Optional<WebApiRefusal> expression = Optional.empty();
        int depth = 0;
        int parts = 0;
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > DEEPEST_BODY) {
                    return Optional.of(WebApiRefusal.TOO_DEEP);
                }
                if (++parts > mostParts) {
                    return Optional.of(WebApiRefusal.TOO_MANY);
                }
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    expression = Optional.of(WebApiRefusal.EXPRESSION);
                }
                // A database may keep every character but this one. Of a form, its reader names the field.
                if (token == JsonToken.VALUE_STRING
                        && parser.getText().indexOf('\0') >= 0
                        && !WebApiCalls.isForm(path)) {
                    return Optional.of(WebApiRefusal.BROKEN_JSON);
                }
            }
        }
        return expression;
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

    /** What the administrator did to a process that runs: ended, suspended, tried again. */
    private void record(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES
                && AdministratorCalls.isOperation(request.getMethod(), request.getRequestURI())) {
            trail.record(AuditEvent.of("engine.operated")
                    .by(Objects.requireNonNullElse(request.getRemoteUser(), ""))
                    .about(request.getMethod() + " "
                            + request.getRequestURI().replaceFirst("/camunda/api/engine/engine/[^/]+", "")));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, WebApiRefusal refused)
            throws IOException {
        String person = Objects.requireNonNullElse(request.getRemoteUser(), "");
        trail.refused(AuditEvent.of("web-api.refused")
                .by(person)
                .about(request.getMethod() + " " + request.getRequestURI())
                .because(refused.reason));
        response.setStatus(refused.status);
        write(response, "{\"type\":\"Forbidden\",\"message\":\"" + refused.reason + "\"}");
    }

    private static void write(HttpServletResponse response, String json) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(json);
    }
}
