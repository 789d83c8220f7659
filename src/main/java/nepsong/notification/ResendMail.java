package nepsong.notification;

import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator sends a mail again, to its address or to a corrected one. */
@Component
public class ResendMail {

    private final QueuedMails mails;
    private final MailSettings settings;
    private final Clock clock;
    private final AuditTrail trail;

    ResendMail(QueuedMails mails, MailSettings settings, Clock clock, AuditTrail trail) {
        this.trail = trail;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns why not, in Vietnamese; empty when the mail is queued. */
    @Transactional
    public Optional<String> to(long id, String address) {
        String corrected = address.strip();
        try {
            MailWriter.plain(corrected);
        } catch (AddressException invalid) {
            return Optional.of(
                    "Địa chỉ thư không hợp lệ. Địa chỉ phải có dạng ten@mien, ví dụ vanthu@nepsong.example.");
        }
        if (mails.find(id).isEmpty()) {
            return Optional.of("Không tìm thấy thư này.");
        }
        Instant now = clock.instant();
        trail.record(AuditEvent.of("mail.resent").about("thư số " + id));
        mails.requeue(id, corrected, now, now.plus(settings.giveUp()));
        return Optional.empty();
    }
}
