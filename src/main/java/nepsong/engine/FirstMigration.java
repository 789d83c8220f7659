package nepsong.engine;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Flyway lets nodes migrate one after the other, but for the very first moment: of two that find an empty database, one
 * may find the other's first tables and take them for somebody else's. Asked once more, it waits as it does always.
 */
@Component
class FirstMigration implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException perhapsAnotherNode) {
            try {
                flyway.migrate();
            } catch (FlywayException failed) {
                perhapsAnotherNode.addSuppressed(failed);
                throw perhapsAnotherNode;
            }
        }
    }
}
