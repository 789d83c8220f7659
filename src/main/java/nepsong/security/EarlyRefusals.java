package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes down what is refused so early that nobody has said yet which request this is: the trail asks for its address. */
final class EarlyRefusals {

    private EarlyRefusals() {}

    static void record(AuditTrail trail, HttpServletRequest request, String reason) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            trail.refused(AuditEvent.of("web.refused")
                    .about(request.getMethod() + " " + request.getRequestURI())
                    .because(reason));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
