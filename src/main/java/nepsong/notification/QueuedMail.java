package nepsong.notification;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        @Nullable Long gatheredIn) {

    private static final String ONLY_FOR_THE_RECIPIENT = "(nội dung nghiệp vụ, chỉ người nhận được đọc)";

    /** Facts that people have written, or that say what was decided. */
    private static final Set<String> BUSINESS = Set.of("reason", "reasonGiven", "items", "summary", "outcome");

    /** As it may be shown to whoever runs the mail and has no part in the work: whose and about which step, not why. */
    public QueuedMail withoutBusiness() {
        Map<String, Object> shown = new HashMap<>(facts);
        shown.replaceAll((name, value) -> BUSINESS.contains(name) ? masked(value) : value);
        return with(shown);
    }

    /** As it is told where its document does not come along. */
    QueuedMail withoutPaper() {
        Map<String, Object> told = new HashMap<>(facts);
        told.remove("paper");
        return with(told);
    }

    private QueuedMail with(Map<String, Object> others) {
        return new QueuedMail(
                id,
                key,
                person,
                name,
                address,
                template,
                subject,
                others,
                state,
                attempts,
                resends,
                nextAttemptAt,
                expiresAt,
                lastError,
                createdAt,
                sentAt,
                gatheredIn);
    }

    private static Object masked(Object value) {
        return value instanceof List<?> ? List.of(ONLY_FOR_THE_RECIPIENT) : ONLY_FOR_THE_RECIPIENT;
    }
}
