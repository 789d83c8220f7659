package nepsong.engine;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes that start at the same moment on one database prepare it one after the other: the engine's tables, what is
 * deployed, the catalogue, people, inboxes and the demonstration. Whoever comes second finds all of it done.
 */
@Component
@DependsOnDatabaseInitialization
class StartTurn {

    private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);

    private final DataSource database;
    private @Nullable Connection held;

    StartTurn(DataSource database) {
        this.database = database;
    }

    /** Waits for whoever has it. A node that is killed with it loses it with its connection. */
    synchronized void take() {
        if (held != null) {
            return;
        }
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            held = connection;
            try (Statement statement = connection.createStatement()) {
                statement.execute("select id from start_turn for update");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("no turn to start", failed);
        }
    }

    /** Once everything is there, and before anybody is told so; or when the start fails. */
    @PreDestroy
    @EventListener(ApplicationStartedEvent.class)
    synchronized void give() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("the connection of the start's turn is gone, and the turn with it", gone);
        }
    }
}
