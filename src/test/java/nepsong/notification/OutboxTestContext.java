package nepsong.notification;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import nepsong.audit.AuditTrail;
import nepsong.organisation.LastCall;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox on a database in memory, without the engine, with a clock that stands still until it is moved. Bare of
 * {@code @Configuration}, so that no other test finds it.
 */
@EnableTransactionManagement
@Import({
    Outbox.class,
    ResendMail.class,
    JdbcQueuedMails.class,
    JdbcDueMails.class,
    QueuedMailRow.class,
    MailTemplates.class,
    Enclosures.class,
    MailWriter.class,
    OutboxGauges.class,
    MailSorting.class,
    JdbcNewMails.class,
    JdbcMailChoices.class,
    ChooseMail.class,
    PostDigests.class
})
public class OutboxTestContext {

    static final MailSettings SETTINGS = new MailSettings(
            "khong-tra-loi@nepsong.example",
            "Nếp Sống Hà Nội",
            "http://127.0.0.1:8080",
            20,
            Duration.ofMinutes(10),
            Duration.ofDays(7),
            Duration.ofSeconds(60));

    /** Pooled, as in the application: H2 and PostgreSQL alike think about a statement anew for each connection. */
    /** Accounts are the engine's. */
    @Bean
    OneAtATime turns() {
        return mock(OneAtATime.class);
    }

    @Bean
    CycleNotes notes() {
        return cycle -> "";
    }

    @Bean
    Papers papers() {
        return new Papers();
    }

    @Bean
    HikariDataSource database() {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUsername("sa");
        database.setMaximumPoolSize(4);
        return withTables(database);
    }

    static HikariDataSource withTables(HikariDataSource database) {
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V04__notification.sql"),
                        new ClassPathResource("db/migration/V65__mail_sorting.sql"),
                        new ClassPathResource("db/migration/V65_1__outbox_indexes.sql")),
                database);
        return database;
    }

    @Bean
    DataSourceTransactionManager transactionManager(DataSource database) {
        DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
        manager.addListener(new LastCall());
        return manager;
    }

    @Bean
    TransactionTemplate transactions(DataSourceTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate template) {
        return JdbcClient.create(template);
    }

    @Bean
    ObjectMapper json() {
        return Jackson2ObjectMapperBuilder.json()
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    @Bean
    AuditTrail trail() {
        return mock(AuditTrail.class);
    }

    @Bean
    MailSettings settings() {
        return SETTINGS;
    }

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    public static Person person(String id) {
        return new Person(id, "Nguyễn Thị Hương", id + "@nepsong.example", "", "Đầu mối", null, null);
    }

    public static Mail assignment(String task, String person, String name) {
        return new Mail(
                "task.assigned",
                task,
                person(person),
                "task.assigned",
                Map.of("cycle", "2023", "task", name, "deadline", "30/11/2023", "link", Mail.linkToTask(task)));
    }

    /** Brings an invitation to "huong" alone, and nothing where it is about the cycle "broken". */
    static final class Papers implements MailPapers {

        static final byte[] CONTENT = {80, 75, 3, 4, 1, 2, 3};

        @Override
        public Optional<File> of(MailPaper paper, String person) {
            if (paper.cycle().equals("broken")) {
                throw new IllegalStateException("the table is gone");
            }
            return Optional.of(new File("giay-moi.docx", CONTENT))
                    .filter(file -> person.equals("huong") && paper.equals(MailPaper.ofConference("2023", 1)));
        }
    }

    public static final class MovableClock extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2023-11-06T01:00:00Z"));

        void advance(Duration by) {
            now.updateAndGet(instant -> instant.plus(by));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Ho_Chi_Minh");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
