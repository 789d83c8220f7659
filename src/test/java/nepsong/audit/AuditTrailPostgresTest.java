package nepsong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import nepsong.PostgresServer;
import nepsong.audit.AuditVerdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same on PostgreSQL, where the database itself refuses to rewrite the trail. */
class AuditTrailPostgresTest extends AuditTrailTest {

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    @Override
    DataSource database() {
        DataSource database = POSTGRES.newDatabase();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Trail.TABLES.forEach(file -> jdbc.execute(Trail.script("db/migration/" + file)));
        jdbc.execute(Trail.script("db/vendor/postgresql/V60_1__audit_append_only.sql"));
        return database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_events set actor = 'hung'",
                "update audit_events set actor = 'hung' where id = 0",
                "delete from audit_events",
                "truncate audit_events",
                "update audit_seals set seal = 'x'",
                "delete from audit_seals",
                "truncate audit_seals",
                "update audit_heads set position = 1",
                "delete from audit_heads",
                "truncate audit_heads",
                "insert into audit_heads values ('2023-01-01', 1, 'x', now());delete from audit_heads"
            })
    void theDatabaseRefusesToChangeWhatWasWritten(String tampering) {
        trail.record("kept");
        trail.sealing.seal(false);

        assertThatThrownBy(() -> trail.sql(tampering)).rootCause().hasMessageContaining("append-only");
        assertThat(trail.rows()).hasSize(1);
        assertThat(trail.chain.verify(null).isIntact()).isTrue();
    }

    @Test
    void whoeverSwitchesThatOffIsStillNoticed() {
        trail.record("first");
        trail.record("second");
        trail.sealing.seal(false);
        trail.sql("alter table audit_events disable trigger all");
        trail.sql("update audit_events set actor = 'hung' where id = ?", trail.eventAt(2));

        assertThat(trail.chain.verify(null).broken().kind()).isEqualTo(Kind.CHANGED);
        assertThat(trail.chain.verify(null).broken().position()).isEqualTo(2);
    }
}
