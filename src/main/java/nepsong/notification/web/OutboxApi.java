package nepsong.notification.web;

import java.time.OffsetDateTime;
import java.util.List;
import nepsong.notification.MailState;
import nepsong.notification.QueuedMail;
import nepsong.notification.QueuedMails;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/outbox}: newest first; how many there are in all is in the header {@code X-Total-Count}. */
@RestController
class OutboxApi {

    private static final int LARGEST_PAGE = 10_000;

    private final QueuedMails mails;

    OutboxApi(QueuedMails mails) {
        this.mails = mails;
    }

    @GetMapping("/api/outbox")
    ResponseEntity<List<Entry>> list(
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "1000") int size) {
        int atMost = Math.max(1, Math.min(size, LARGEST_PAGE));
        int offset = Math.multiplyExact(Math.max(0, Math.min(page, 100_000)), atMost);
        List<Entry> entries = mails.search(state, text, offset, atMost).stream()
                .map(Entry::of)
                .toList();
        return ResponseEntity.ok()
                .header("X-Total-Count", String.valueOf(mails.count(state, text)))
                .body(entries);
    }

    /** @param person id of the recipient */
    record Entry(
            String key,
            String person,
            String to,
            String template,
            String subject,
            MailState state,
            int attempts,
            @Nullable String lastError,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt) {

        static Entry of(QueuedMail mail) {
            return new Entry(
                    mail.key(),
                    mail.person(),
                    mail.address(),
                    mail.template(),
                    mail.subject(),
                    mail.state(),
                    mail.attempts(),
                    mail.lastError(),
                    mail.createdAt(),
                    mail.sentAt());
        }
    }
}
