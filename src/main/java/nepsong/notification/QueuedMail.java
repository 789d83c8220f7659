package nepsong.notification;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param person    id of the person that it is for
 * @param facts     strings, lists and maps only
 * @param resends   how often an administrator had it sent again; each is a message of its own
 * @param gatheredIn id of the mail that carries this one, where it does not go out by itself
 * @param expiresAt when a mail that still could not be sent is given up
 */
public record QueuedMail(
        long id,
        String key,
        String person,
        String name,
        String address,
        String template,
        String subject,
        Map<String, Object> facts,
        MailState state,
        int attempts,
        int resends,
        OffsetDateTime nextAttemptAt,
        OffsetDateTime expiresAt,
        @Nullable String lastError,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable Long gatheredIn) {}
