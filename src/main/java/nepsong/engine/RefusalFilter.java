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
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a refusal reach the person as it was written. Camunda's web API puts an English sentence with the task's id in
 * front of every message; where a submission was refused, this filter answers 400 with the refusal alone, in the shape
 * that Tasklist shows.
 */
@Component
class RefusalFilter extends OncePerRequestFilter {

    private static final String REFUSAL = RefusalFilter.class.getName() + ".message";

    private final ObjectMapper json;

    RefusalFilter(ObjectMapper json) {
        this.json = json;
    }

    /** Runs the work; a refusal is kept with the request, where there is one, and thrown on. */
    static <T> T remember(Supplier<T> work) {
        try {
            return work.get();
        } catch (FormRefusedException refused) {
            RequestAttributes request = RequestContextHolder.getRequestAttributes();
            if (request != null) {
                request.setAttribute(
                        REFUSAL, Objects.requireNonNull(refused.getMessage()), RequestAttributes.SCOPE_REQUEST);
            }
            throw refused;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().contains("/camunda/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        Object refusal = request.getAttribute(REFUSAL);
        if (refusal != null && held.getStatus() >= 400) {
            held.resetBuffer();
            held.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            held.setContentType(MediaType.APPLICATION_JSON_VALUE);
            held.setCharacterEncoding(StandardCharsets.UTF_8.name());
            held.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "FormRefused", "message", refusal)));
        }
        held.copyBodyToResponse();
    }
}
