package nepsong.security.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What the framework cannot take of a request: a program is told as a problem (RFC 9457), a person on the page of errors. */
@ControllerAdvice
@Order(0)
class RefusedRequests extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(request instanceof ServletWebRequest web)
                || web.getRequest().getRequestURI().startsWith("/api/")) {
            return super.handleExceptionInternal(refused, body, headers, status, request);
        }
        HttpServletResponse response = web.getResponse();
        if (response != null && !response.isCommitted()) {
            tell(response, headers, status);
        }
        return null;
    }

    private static void tell(HttpServletResponse response, HttpHeaders headers, HttpStatusCode status) {
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.sendError(status.value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
