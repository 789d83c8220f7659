package nepsong.privacy;

import java.time.Clock;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that is kept of one person, as a file to hand over. Written down in the trail. */
@Component
public class ExportPerson {

    private final ExportFile file;
    private final AuditTrail trail;
    private final Clock clock;

    ExportPerson(ExportFile file, AuditTrail trail, Clock clock) {
        this.file = file;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param content JSON in UTF-8; null where it was refused
     */
    public record Exported(@Nullable Refusal refusal, byte @Nullable [] content) {}

    @Transactional
    public Exported export(Person person, String reason, String by) {
        Optional<String> refusal = ReasonPolicy.refusal(person, reason);
        if (refusal.isPresent()) {
            return new Exported(Refusal.of(ReasonPolicy.FIELD, refusal.get()), null);
        }
        byte[] content = file.of(person, reason, by, clock.instant());
        trail.record(AuditEvent.of("person.exported").by(by).about(person.id()).because(reason));
        return new Exported(null, content);
    }
}
