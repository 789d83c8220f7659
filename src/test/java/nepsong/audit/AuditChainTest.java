package nepsong.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nepsong.audit.AuditVerdict.Kind;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the chain as a whole tells: that nothing is missing at its end, whose it is, and what was published of it. */
class AuditChainTest {

    private static final int ROWS = 40;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-11-06T01:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final DataSource database = Trail.freshH2();
    private final Trail trail = new Trail(database, clock, Trail.KEY);

    @Test
    void aChainThatNobodyTouchedIsIntact() {
        trail.fill(ROWS);
        AuditVerdict verdict = trail.chain.verify(null);

        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.events()).isEqualTo(ROWS);
        assertThat(trail.chain.verify(verdict.head()).isIntact()).isTrue();
    }

    @Test
    void aTailThatWasCutOffIsNoticedAfterARestartByThePublishedHead() {
        trail.fill(ROWS);
        trail.sealing.seal(false);
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
        trail.sealing.seal(false);
        trail.sql("delete from audit_events where id >= ?", trail.eventAt(ROWS - 2));
        trail.sql("delete from audit_seals where position >= ?", ROWS - 2);
        Trail restarted = new Trail(database, clock, Trail.KEY);

        AuditVerdict cut = restarted.chain.verify(null);
        assertThat(cut.broken().kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(cut.broken().position()).isEqualTo(ROWS - 2);
        assertThat(cut.broken().words()).contains("mốc công bố cuối ngày 06/11/2023 ở vị trí 40");

        restarted.fill(10);
        AuditVerdict grownAgain = new Trail(database, clock, Trail.KEY).chain.verify(null);
        assertThat(grownAgain.broken().kind()).isEqualTo(Kind.TRUNCATED);
        assertThat(grownAgain.broken().position()).isEqualTo(ROWS);
    }

    @Test
    void aTailThatWasCutOffTogetherWithItsHeadsIsNoticedByTheHeadInTheLog() {
        trail.fill(ROWS);
        Head logged = trail.chain.verify(null).head();
        trail.sql("delete from audit_events where id >= ?", trail.eventAt(30));
        trail.sql("delete from audit_seals where position >= 30");
        Trail restarted = new Trail(database, clock, Trail.KEY);

        assertThat(restarted.chain.verify(null).isIntact()).isTrue();
        assertThat(restarted
                        .chain
                        .verify(Head.parse(logged.written()).orElseThrow())
                        .broken()
                        .position())
                .isEqualTo(30);
    }

    @Test
    void aDaysHeadIsPublishedOnceAndGoesIntoTheLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger sealing = (Logger) LoggerFactory.getLogger(SealEvents.class);
        sealing.addAppender(log);
        trail.fill(ROWS);
        Head evening = trail.sealing.seal(false).head();
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(1)));
        trail.fill(5);
        trail.sealing.seal(false);
        trail.sealing.seal(false);
        sealing.detachAppender(log);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Audit head of 2023-11-06: " + evening.written());
        assertThat(trail.jdbc
                        .sql("select ended_on, position, seal from audit_heads")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.get("ended_on")).hasToString("2023-11-06");
                    assertThat(head.get("position")).isEqualTo(evening.position());
                    assertThat(head.get("seal")).isEqualTo(evening.seal());
                });
    }

    @Test
    void aChainThatWasMadeAnewWithAnotherKeyIsNotOurs() {
        trail.fill(ROWS);
        trail.sealing.seal(false);

        assertThat(new Trail(database, clock, "another key, just as long")
                        .chain
                        .verify(null)
                        .broken()
                        .kind())
                .isEqualTo(Kind.WRONG_KEY);
        assertThat(new Trail(database, clock, "another key, just as long").chainKey.weakness())
                .hasValueSatisfying(words -> assertThat(words).contains("put the old one back"));
        assertThat(trail.chainKey.weakness()).isEmpty();

        for (String table : List.of("audit_seals", "audit_events", "audit_turn")) {
            trail.sql("delete from " + table);
        }
        trail.sql("insert into audit_turn (id) values (1)");
        Trail forged = new Trail(database, clock, "another key, just as long");
        forged.fill(ROWS);
        forged.sealing.seal(true);
        trail.sql("update audit_turn set key_print = null");
        assertThat(new Trail(database, clock, Trail.KEY)
                        .chain
                        .verify(null)
                        .broken()
                        .kind())
                .isEqualTo(Kind.CHANGED);
    }

    @Test
    void aHundredThousandRowsAreVerifiedInLessThanTenSeconds() {
        trail.fill(100_000);
        trail.sealing.seal(true);
        trail.sql("update audit_events set subject = 'khác' where id = ?", trail.eventAt(99_999));

        // Of this thread alone, as the database is in it too: the machine may have other things to do.
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        AuditVerdict verdict = trail.chain.verify(null);
        Duration taken = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);

        assertThat(verdict.broken().position()).isEqualTo(99_999);
        assertThat(taken).isLessThan(Duration.ofSeconds(10));
    }
}
