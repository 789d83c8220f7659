package nepsong.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where everybody writes. What was done stands or falls with its transaction: its events are kept until the commit and
 * written in one batch, so that they cost a completion one statement. What was refused is written at once, by itself.
 */
@Component
public class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final AuditEvents events;
    private final AuditKey key;
    private final RefusalQuota quota;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final ObjectMapper json;

    AuditTrail(
            AuditEvents events, AuditKey key, Clock clock, PlatformTransactionManager transactions, ObjectMapper json) {
        this.events = events;
        this.key = key;
        this.quota = new RefusalQuota(clock);
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * In the caller's transaction, where there is one, otherwise at once. An event that names nobody is put down to the
     * person who is logged in, and without a login to the one whom another event of the same transaction names.
     */
    public void record(AuditEvent event) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            PendingEvents.of(this, gathered -> write(gathered, false)).add(event);
        } else {
            ownTransaction.executeWithoutResult(status -> write(List.of(event), false));
        }
    }

    /**
     * An attempt that was refused, with the reason. Stays whatever becomes of the transaction around it; better called
     * after that has ended, as it needs a connection of its own. A refusal that cannot be written is still a refusal:
     * then the log tells of it.
     */
    public void refused(AuditEvent event) {
        AuditEvent named = event.actor().isEmpty() ? event.by(loggedIn()) : event;
        RefusalQuota.Answer answer = quota.ask(named.actor() + " " + named.action());
        if (answer == RefusalQuota.Answer.FULL) {
            return;
        }
        AuditEvent kept = answer == RefusalQuota.Answer.LAST
                ? AuditEvent.of("refusals.many")
                        .by(named.actor())
                        .because("Quá nhiều lần bị từ chối trong một phút; các lần tiếp theo trong phút này không ghi")
                : named;
        try {
            ownTransaction.executeWithoutResult(status -> write(List.of(kept), true));
        } catch (DataAccessException | TransactionException failed) {
            LOG.error("The refusal of {} could not be written", kept.action(), failed);
        }
    }

    private void write(List<AuditEvent> pending, boolean refused) {
        String person = loggedIn();
        if (person.isEmpty()) {
            person = pending.stream()
                    .map(AuditEvent::actor)
                    .filter(actor -> !actor.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        Mac mac = key.mac();
        List<WrittenEvent> rows = new ArrayList<>(pending.size());
        for (AuditEvent event : pending) {
            AuditEvent named = event.actor().isEmpty() ? event.by(person) : event;
            WrittenEvent row = written(named.amid(pending), refused);
            rows.add(row.withMac(row.signedWith(mac)));
        }
        events.add(rows);
    }

    private WrittenEvent written(AuditEvent event, boolean refused) {
        return new WrittenEvent(
                0,
                UUID.randomUUID(),
                clock.instant(),
                text(event.actor(), 64),
                text(event.onBehalfOf(), 64),
                text(event.action(), 60),
                refused,
                text(event.cycle(), 20),
                text(event.unit(), 100),
                text(event.subject(), 200),
                text(event.reason(), 2000),
                json(event.before()),
                json(event.after()),
                text(AskedFrom.address(), 45),
                "");
    }

    private @Nullable String json(Map<String, ?> values) {
        if (values.isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException nonsense) {
            throw new IllegalArgumentException("values that JSON cannot carry", nonsense);
        }
    }

    private static String text(String text, int longest) {
        String plain =
                CONTROL.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        if (plain.length() <= longest) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return plain.substring(0, end) + "…";
    }

    private static String loggedIn() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken || !login.isAuthenticated()
                ? ""
                : login.getName();
    }
}
