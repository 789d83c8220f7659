package nepsong.progress.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import nepsong.evaluation.Publications;
import nepsong.organisation.UnitFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down who read a table of many units, on the page or taken away, and who saw results that are not public yet. */
@Component
class RecordedReading implements AsyncHandlerInterceptor, WebMvcConfigurer {

    private static final String RESULTS = "/api/cycles/{code}/results";

    private final UnitFiles files;
    private final Publications publications;

    RecordedReading(UnitFiles files, Publications publications) {
        this.files = files;
        this.publications = publications;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns(
                        "/progress/{code}/tables/**",
                        "/progress/{code}/results/**",
                        "/progress/{code}/overview.pdf",
                        RESULTS);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        record(request, response);
    }

    /** A file that is taken away is written by another thread. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        record(request, response);
    }

    private void record(HttpServletRequest request, HttpServletResponse response) {
        Principal person = request.getUserPrincipal();
        if (person == null
                || response.getStatus() != HttpServletResponse.SC_OK
                || !(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> places)
                || places.get("code") == null) {
            return;
        }
        String code = places.get("code").toString();
        boolean api = RESULTS.equals(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (!api || publications.of(code).isEmpty()) {
            String path = request.getRequestURI();
            files.lookedAtMany(person.getName(), code, path.substring(path.indexOf(code) + code.length() + 1));
        }
    }
}
