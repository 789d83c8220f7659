package nepsong.notification;

import org.springframework.test.context.ContextConfiguration;

/** The same on PostgreSQL, with fewer mails: what differs is the database, not the number. */
@ContextConfiguration(classes = OnPostgres.class, inheritLocations = false)
class OutagesAndKillsPostgresTest extends OutagesAndKillsTest {

    @Override
    int mails() {
        return 500;
    }

    @Override
    int events() {
        return 6;
    }
}
