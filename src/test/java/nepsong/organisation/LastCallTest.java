package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nepsong.ProcessTest;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.notification.Letter;
import nepsong.notification.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In the application as it runs: what joins a transaction while the others are told that it commits is heard too. */
@ProcessTest
class LastCallTest {

    private static final String SUBJECT = "last-call";

    private final TransactionTemplate transactions;
    private final AuditTrail trail;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    @Autowired
    LastCallTest(TransactionTemplate transactions, AuditTrail trail, Outbox outbox, JdbcClient jdbc) {
        this.transactions = transactions;
        this.trail = trail;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @AfterEach
    void nobodyIsTold() {
        jdbc.sql("delete from outbox where mail_key like ?")
                .param("delegation.ended/" + SUBJECT + "/%")
                .update();
    }

    @Test
    void theFirstMailAndTheFirstEventOfATransactionAreKeptHoweverLateTheyCome() {
        int events = events();

        committing(false);

        assertThat(mails()).isEqualTo(1);
        assertThat(events()).isEqualTo(events + 1);
    }

    @Test
    void whatIsUndoneLeavesNeither() {
        int events = events();

        committing(true);

        assertThat(mails()).isZero();
        assertThat(events()).isEqualTo(events);
    }

    private void committing(boolean broken) {
        Person person = new Person("huong", "Nguyễn Thị Hương", "huong@nepsong.example", "", "", null, null);
        try {
            transactions.executeWithoutResult(status ->
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            outbox.postAll(
                                    Letter.of("delegation.ended", SUBJECT).to(List.of(person)));
                            trail.record(AuditEvent.of("probe.late").by("huong").about(SUBJECT));
                            if (broken) {
                                throw new IllegalStateException("the transaction is undone");
                            }
                        }
                    }));
        } catch (IllegalStateException undone) {
            assertThat(broken).isTrue();
        }
    }

    private int mails() {
        return count("select count(*) from outbox where mail_key like ?", "delegation.ended/" + SUBJECT + "/%");
    }

    private int events() {
        return count("select count(*) from audit_events where action = 'probe.late' and subject = ?", SUBJECT);
    }

    private int count(String query, String of) {
        return jdbc.sql(query).param(of).query(Integer.class).single();
    }
}
