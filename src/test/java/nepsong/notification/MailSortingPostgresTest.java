package nepsong.notification;

import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = OnPostgres.class, inheritLocations = false)
class MailSortingPostgresTest extends MailSortingTest {}
