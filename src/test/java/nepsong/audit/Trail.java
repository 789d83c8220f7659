package nepsong.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail on a database, without a Spring context. */
final class Trail {

    static final String KEY = "a key for tests, long enough";

    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final AuditEvents events;
    static final List<String> TABLES = List.of("V60__audit.sql", "V185__where_it_was_done_from.sql");

    final AuditTrail trail;
    final SealEvents sealing;
    final VerifyChain chain;
    final ChainKey chainKey;
    private final AuditKey key;
    private final Clock clock;

    Trail(DataSource database, Clock clock, String secret) {
        JdbcTemplate template = new JdbcTemplate(database);
        var manager = new DataSourceTransactionManager(database);
        this.jdbc = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.key = new AuditKey(new AuditSettings(secret, Duration.ZERO), "jdbc:h2:mem:test");
        this.events = new JdbcAuditEvents(template);
        this.trail = new AuditTrail(events, key, clock, manager, new ObjectMapper());
        JdbcAuditSeals seals = new JdbcAuditSeals(template);
        this.sealing = new SealEvents(seals, key, clock, manager);
        this.chain = new VerifyChain(seals, sealing, key);
        this.chainKey = new ChainKey(seals, key);
    }

    static DataSource freshH2() {
        DataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        JdbcTemplate jdbc = new JdbcTemplate(database);
        TABLES.forEach(file -> jdbc.execute(script("db/migration/" + file)));
        return database;
    }

    static String script(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Straight into the table, in batches. */
    void fill(int rows) {
        Mac mac = key.mac();
        for (int done = 0; done < rows; done += 5_000) {
            List<WrittenEvent> batch = new ArrayList<>();
            for (int i = done; i < Math.min(rows, done + 5_000); i++) {
                WrittenEvent row = row(i);
                batch.add(row.withMac(row.signedWith(mac)));
            }
            transactions.executeWithoutResult(status -> events.add(batch));
        }
    }

    private WrittenEvent row(int i) {
        String after = "{\"CS-A1\":%d}".formatted(i % 5);
        return new WrittenEvent(
                0,
                UUID.randomUUID(),
                clock.instant(),
                "person" + i % 97,
                "",
                "scores.self",
                false,
                "2023",
                "unit" + i % 30,
                "dòng " + i,
                "",
                null,
                after,
                "",
                "");
    }

    void record(String subject) {
        trail.record(AuditEvent.of("task.completed").by("lan").about(subject));
    }

    List<Map<String, Object>> rows() {
        return jdbc.sql("select * from audit_events order by id").query().listOfRows();
    }

    long eventAt(long position) {
        return jdbc.sql("select event from audit_seals where position = ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    void sql(String statement, Object... values) {
        jdbc.sql(statement).params(values).update();
    }
}
