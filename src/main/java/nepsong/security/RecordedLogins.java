package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Writes down who came, who went, who was not let in, and who knocked at a door that is not theirs. */
@Component
class RecordedLogins {

    private final AuditTrail trail;
    private final People people;

    RecordedLogins(AuditTrail trail, People people, AuthenticationManager logins, AuthenticationEventPublisher events) {
        this.trail = trail;
        this.people = people;
        if (logins instanceof ProviderManager manager) {
            manager.setAuthenticationEventPublisher(events);
        }
    }

    @EventListener
    void came(InteractiveAuthenticationSuccessEvent event) {
        trail.record(
                AuditEvent.of("login.succeeded").by(event.getAuthentication().getName()));
    }

    @EventListener
    void went(LogoutSuccessEvent event) {
        trail.record(AuditEvent.of("login.ended").by(event.getAuthentication().getName()));
    }

    /** A name that nobody has may be a password in the wrong field: it is not written. */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        String name = event.getAuthentication().getName();
        boolean known = name.length() <= 64 && people.find(name).isPresent();
        trail.refused(AuditEvent.of("login.refused")
                .by(known ? name : "")
                .because(known ? "Sai mật khẩu, hoặc tài khoản đang tạm nghỉ" : "Không có tài khoản này"));
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        Authentication person = event.getAuthentication().get();
        if (person != null
                && !(person instanceof AnonymousAuthenticationToken)
                && event.getObject() instanceof HttpServletRequest request) {
            trail.refused(AuditEvent.of("web.refused")
                    .by(person.getName())
                    .about(request.getMethod() + " " + request.getRequestURI())
                    .because("Vai trò của tài khoản này không được dùng đường dẫn này"));
        }
    }
}
