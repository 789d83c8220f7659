package nepsong.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox as it is written and looked at. */
public interface QueuedMails {

    /** One statement, in the caller's transaction. A key that is there already stays as it is. Returns what is new. */
    List<NewMail> add(List<NewMail> mails);

    /** Queues a mail afresh, to be sent as a new message. */
    void requeue(long id, String address, Instant now, Instant expiry);

    Optional<QueuedMail> find(long id);

    /** Newest first. */
    List<QueuedMail> search(@Nullable MailState state, @Nullable String text, int offset, int atMost);

    /** All of them, the oldest first. */
    List<QueuedMail> ofTemplates(Collection<String> templates);

    int count(@Nullable MailState state, @Nullable String text);

    /** Mails that could go out by themselves and have not; those that wait to be gathered are no backlog. */
    int backlog();

    /** When the oldest mail of the backlog was queued. */
    Optional<Instant> oldestPending();

    /** What the mail server last said, as long as nothing goes out because of it. */
    Optional<String> serverDown();

    /** What is written for a mail when it is queued. */
    record NewMail(Mail mail, String subject, String facts, Instant now, Instant expiry) {}
}
