package nepsong.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.notification.QueuedMails.NewMail;
import nepsong.organisation.KeptForTransaction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.annotation.Transactional;

/** Where the other modules put their mail. It goes out after their transaction has committed, or not at all. */
@Component
public class Outbox {

    private final QueuedMails mails;
    private final MailTemplates templates;
    private final QueuedMailRow row;
    private final MailSettings settings;
    private final Clock clock;

    Outbox(QueuedMails mails, MailTemplates templates, QueuedMailRow row, MailSettings settings, Clock clock) {
        this.mails = mails;
        this.templates = templates;
        this.row = row;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void post(Mail mail) {
        postAll(List.of(mail));
    }

    /**
     * In the caller's transaction, whose mails are written in one batch before it commits. A mail whose key is there
     * already is left out, and so is one to somebody who was erased.
     */
    @Transactional
    public void postAll(Collection<Mail> posted) {
        pending().add(queue(posted));
    }

    /** As {@link #postAll}, but written at once, for whoever goes on with what was queued: that is returned. */
    @Transactional
    public List<Mail> postNow(Collection<Mail> posted) {
        return mails.add(queue(posted)).stream().map(NewMail::mail).toList();
    }

    private List<NewMail> queue(Collection<Mail> posted) {
        Instant now = clock.instant();
        Map<Told, Words> said = new HashMap<>();
        return posted.stream()
                .filter(mail -> !mail.recipient().isErased())
                .map(mail ->
                        queue(mail, said.computeIfAbsent(new Told(mail.template(), mail.facts()), this::words), now))
                .toList();
    }

    private Pending pending() {
        return KeptForTransaction.of(this, Pending.class, Pending::new);
    }

    /** What a transaction has posted. */
    private static final class Pending extends KeptForTransaction implements TransactionExecutionListener {

        private final Outbox owner;
        private final List<NewMail> mails = new ArrayList<>();
        private boolean committing;

        private Pending(Outbox owner) {
            super(owner);
            this.owner = owner;
        }

        /** Nobody writes them any more once the transaction commits: they are written at once. */
        private void add(List<NewMail> more) {
            if (committing) {
                owner.mails.add(more);
            } else {
                mails.addAll(more);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write();
        }

        /** Where the first was posted too late to be told that the commit comes. */
        @Override
        public void beforeCommit(TransactionExecution transaction) {
            if (!committing) {
                write();
            }
        }

        private void write() {
            committing = true;
            owner.mails.add(mails);
        }
    }

    /** Whether there are words for this occasion; {@code task.assigned} fits every task that has none of its own. */
    public boolean knows(String template) {
        return templates.exist(template);
    }

    /** The recipients of a letter are told the same. */
    private record Told(String template, Map<String, ?> facts) {}

    private record Words(String subject, String facts) {}

    private NewMail queue(Mail mail, Words words, Instant now) {
        return new NewMail(mail, words.subject(), words.facts(), now, now.plus(settings.giveUp()));
    }

    private Words words(Told told) {
        Map<String, Object> facts = Facts.of(told.facts());
        Object link = facts.get("link");
        if (link != null && !link.toString().startsWith("/")) {
            throw new IllegalArgumentException("a mail links to a path of ours, not to " + link);
        }
        return new Words(templates.subject(told.template(), facts), row.facts(facts));
    }
}
