package nepsong.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Writes down a request without its session's token, which another site may have sent, and lets another refuse it. */
final class RecordedRefusals implements AccessDeniedHandler {

    private final AuditTrail trail;
    private final AccessDeniedHandler refusal;
    private final StandardServletMultipartResolver parts = new StandardServletMultipartResolver();

    RecordedRefusals(AuditTrail trail, AccessDeniedHandler refusal) {
        this.trail = trail;
        this.refusal = refusal;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && isTooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (denied instanceof CsrfException) {
            trail.refused(AuditEvent.of("web.refused")
                    .about(request.getMethod() + " " + request.getRequestURI())
                    .because("Yêu cầu không kèm mã của phiên đăng nhập này, có thể do trang khác gửi"));
        }
        refusal.handle(request, response, denied);
    }

    /** The token stands among the parts, and a server that has had enough of them reads none. */
    private boolean isTooLarge(HttpServletRequest request) {
        if (!parts.isMultipart(request)) {
            return false;
        }
        try {
            parts.resolveMultipart(request);
            return false;
        } catch (MaxUploadSizeExceededException tooLarge) {
            return true;
        } catch (MultipartException unreadable) {
            return false;
        }
    }
}
