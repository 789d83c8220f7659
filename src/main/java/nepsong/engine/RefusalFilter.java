package nepsong.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.language.Languages;
import nepsong.language.Viewer;
import nepsong.organisation.Groups;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Says "no" in words that a person can use. Camunda's web API puts an English sentence with the task's id in front of
 * every message; where a submission was refused, the answer is 400 with the refusal alone, in the shape that Tasklist
 * shows, in the viewer's language; the audit trail keeps it in ours. And what is not a person's to see is answered like what does not exist, so that no answer betrays an id.
 */
@Component
class RefusalFilter extends OncePerRequestFilter {

    private static final String REFUSAL = RefusalFilter.class.getName() + ".message";
    private static final String NOT_FOUND = "Không tìm thấy, hoặc không dành cho bạn.";
    private static final String TOO_LATE = "Việc này vừa được người khác xử lý. Hãy tải lại danh sách việc.";

    private final ObjectMapper json;
    private final WebApiWords words;
    private final AuditTrail trail;
    private final Languages languages;

    RefusalFilter(ObjectMapper json, WebApiWords words, AuditTrail trail, Languages languages) {
        this.json = json;
        this.words = words;
        this.trail = trail;
        this.languages = languages;
    }

    /** Runs the work; a refusal is kept with the request, where there is one, and thrown on. */
    static <T> T remember(Supplier<T> work) {
        try {
            return work.get();
        } catch (FormRefusedException refused) {
            throw kept(refused);
        }
    }

    /** Kept with the request, where there is one. */
    static FormRefusedException kept(FormRefusedException refused) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(REFUSAL, refused, RequestAttributes.SCOPE_REQUEST);
        }
        return refused;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/camunda/api/engine/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= 400 && !held.isCommitted()) {
            mend(request, held);
        }
        held.copyBodyToResponse();
    }

    private void mend(HttpServletRequest request, ContentCachingResponseWrapper held) throws IOException {
        FormRefusedException refused = refusal(request, held).orElse(null);
        if (refused != null) {
            String message = Objects.requireNonNull(refused.getMessage());
            answer(held, HttpServletResponse.SC_BAD_REQUEST, "FormRefused", message);
            trail.refused(
                    refused instanceof ForeignFieldException foreign
                            ? AuditEvent.of("form.foreign-field")
                                    .about(foreign.subject())
                                    .because(message)
                            : AuditEvent.of("form.refused").about(call(request)).because(message));
        } else if (is(held, "OptimisticLockingException")) {
            answer(held, HttpServletResponse.SC_CONFLICT, "OptimisticLockingException", TOO_LATE);
        } else if (!request.isUserInRole(Groups.ADMINISTRATORS) && tellsOfIds(request, held)) {
            // Tasklist asks by itself for tasks that have just ended: that alone is no attempt.
            if (held.getStatus() == HttpServletResponse.SC_FORBIDDEN
                    || !request.getMethod().equals("GET")) {
                trail.refused(
                        AuditEvent.of("web-api.refused").about(call(request)).because(NOT_FOUND));
            }
            answer(held, HttpServletResponse.SC_NOT_FOUND, "NotFound", NOT_FOUND);
        } else if (!isOfTheEngine(held)) {
            answer(held, held.getStatus(), "InvalidRequest", WebApiRefusal.BROKEN_JSON.reason);
        }
    }

    /** Of our services, or of the web API before it asks them. */
    private Optional<FormRefusedException> refusal(HttpServletRequest request, ContentCachingResponseWrapper held)
            throws IOException {
        if (request.getAttribute(REFUSAL) instanceof FormRefusedException refused) {
            return Optional.of(refused);
        }
        return is(held, "InvalidRequestException") ? words.of(request) : Optional.empty();
    }

    /** The reader of JSON names classes and fields of the engine where it cannot read something; the engine itself does not. */
    private static boolean isOfTheEngine(ContentCachingResponseWrapper held) {
        String said = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
        return held.getStatus() != HttpServletResponse.SC_BAD_REQUEST
                || said.startsWith("{") && !said.contains("\"message\":\"\"");
    }

    private static String call(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    /** What came back for something that is not there, or not theirs; a malformed request stays one. */
    private static boolean tellsOfIds(HttpServletRequest request, ContentCachingResponseWrapper held) {
        int status = held.getStatus();
        return status == HttpServletResponse.SC_NOT_FOUND
                || status == HttpServletResponse.SC_FORBIDDEN
                || status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                || request.getMethod().equals("GET") && status == HttpServletResponse.SC_BAD_REQUEST;
    }

    private static boolean is(ContentCachingResponseWrapper held, String problem) {
        return new String(held.getContentAsByteArray(), StandardCharsets.UTF_8)
                .contains("\"type\":\"" + problem + "\"");
    }

    private void answer(ContentCachingResponseWrapper held, int status, String type, String message)
            throws IOException {
        String said = languages
                .translator(Viewer.language())
                .map(translator -> message.lines().map(translator::text).collect(Collectors.joining("\n")))
                .orElse(message);
        held.resetBuffer();
        held.setStatus(status);
        held.setContentType(MediaType.APPLICATION_JSON_VALUE);
        held.setCharacterEncoding(StandardCharsets.UTF_8.name());
        held.getOutputStream().write(json.writeValueAsBytes(Map.of("type", type, "message", said)));
    }
}
