package nepsong.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A person gets the page for errors where a program would get a problem in JSON. */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final String PROGRAMS = "/api/";

    /** Before those that answer with a problem. */
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (request.getRequestURI().startsWith(request.getContextPath() + PROGRAMS)
                || !(problem instanceof ErrorResponse error)) {
            return null;
        }
        try {
            response.sendError(error.getStatusCode().value());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return new ModelAndView();
    }
}
