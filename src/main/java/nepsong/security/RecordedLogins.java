package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes down who came, who went, who was not let in, and who knocked at a door that is not theirs. */
@Component
class RecordedLogins {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int CALLERS = 10_000;

    private final AuditTrail trail;
    private final People people;
    private final Clock clock;
    private final Map<String, Instant> callers = new ConcurrentHashMap<>();

    RecordedLogins(
            AuditTrail trail,
            People people,
            Clock clock,
            AuthenticationManager logins,
            AuthenticationEventPublisher events) {
        this.trail = trail;
        this.people = people;
        this.clock = clock;
        if (logins instanceof ProviderManager manager) {
            manager.setAuthenticationEventPublisher(events);
        }
    }

    @EventListener
    void came(InteractiveAuthenticationSuccessEvent event) {
        trail.record(
                AuditEvent.of("login.succeeded").by(event.getAuthentication().getName()));
    }

    /** They send it with every call: of a person at an address, one an hour is written. */
    @EventListener
    void called(AuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                && ForgeryProofPrograms.sendsPassword(asked.getRequest())) {
            String person = event.getAuthentication().getName();
            if (isFirstThisHour(person + " " + asked.getRequest().getRemoteAddr())) {
                trail.record(AuditEvent.of("login.succeeded")
                        .by(person)
                        .because("Chương trình gửi kèm tên và mật khẩu; trong một giờ chỉ ghi lần đầu"));
            }
        }
    }

    private boolean isFirstThisHour(String caller) {
        Instant now = clock.instant();
        if (callers.size() > CALLERS) {
            callers.values().removeIf(last -> !now.isBefore(last.plus(AN_HOUR)));
        }
        AtomicBoolean first = new AtomicBoolean();
        callers.compute(caller, (any, last) -> {
            boolean over = last == null || !now.isBefore(last.plus(AN_HOUR));
            first.set(over);
            return over ? now : last;
        });
        return first.get();
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
