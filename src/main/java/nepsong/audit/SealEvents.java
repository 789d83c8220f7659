package nepsong.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds what has been committed to the chain, one at a time among all nodes. Its order is that of this adding: an event
 * that was written early and committed late comes later. An event whose own mac is wrong was not written by us and stays
 * outside, where the verification finds it.
 */
@Component
class SealEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SealEvents.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int BATCH = 2_000;
    /** How far behind the last sealed event one is looked for that was committed late; the sweep finds the others. */
    private static final int LATE = 2_000;

    private final AuditSeals seals;
    private final AuditKey key;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile Head latest = Head.NONE;
    private volatile LocalDate published = LocalDate.MIN;

    SealEvents(AuditSeals seals, AuditKey key, Clock clock, PlatformTransactionManager transactions) {
        this.seals = seals;
        this.key = key;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param head     the end of the chain
     * @param stranger id of the first event found that is not of our writing; 0 where there is none
     */
    record Sealed(Head head, long stranger) {}

    /**
     * @param sweep looks at all events rather than at the newest
     * @throws WrongAuditKeyException where the chain was begun with another key
     */
    Sealed seal(boolean sweep) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
        Sealed sealed = Objects.requireNonNull(transaction.execute(status -> {
            checkKey();
            Head before = seals.last();
            publish(before, yesterday);
            return add(before, sweep);
        }));
        remember(sealed.head(), yesterday);
        return sealed;
    }

    private synchronized void remember(Head head, LocalDate yesterday) {
        if (head.position() > latest.position()) {
            latest = head;
        }
        if (head.position() > 0) {
            published = yesterday;
        }
    }

    private Sealed add(Head before, boolean sweep) {
        Head head = before;
        long stranger = 0;
        Mac mac = key.mac();
        long above = sweep ? 0 : Math.max(0, seals.lastSealedEvent() - LATE);
        List<WrittenEvent> events;
        do {
            events = seals.unsealed(above, BATCH);
            List<AuditSeals.Link> links = new ArrayList<>(events.size());
            for (WrittenEvent event : events) {
                above = event.id();
                if (event.signedWith(mac).equals(event.mac())) {
                    long position = head.position() + 1;
                    head = new Head(position, event.sealedWith(mac, position, head.seal()));
                    links.add(new AuditSeals.Link(position, event.id(), head.seal(), null));
                } else if (stranger == 0) {
                    stranger = event.id();
                }
            }
            if (!links.isEmpty()) {
                seals.add(links);
            }
        } while (events.size() == BATCH);
        return new Sealed(head, stranger);
    }

    private void checkKey() {
        String print = key.print();
        String begun = seals.awaitTurn().orElse("");
        if (begun.isEmpty()) {
            seals.beginWith(print);
        } else if (!begun.equals(print)) {
            throw new WrongAuditKeyException();
        }
    }

    /** What this process has seen stays true whatever happens to the database. */
    Head latest() {
        return latest;
    }

    private void publish(Head head, LocalDate yesterday) {
        if (head.position() > 0 && !yesterday.equals(published) && !seals.isPublished(yesterday)) {
            seals.publish(yesterday, head, clock.instant());
            LOG.info("Audit head of {}: {}", yesterday, head.written());
        }
    }
}
