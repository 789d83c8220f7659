package nepsong.notification;

import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcQueuedMails implements QueuedMails {

    private static final String MATCHING =
            """
             where (:state is null or state = :state)
               and (:text is null or lower(subject) like :text escape '!' or lower(address) like :text escape '!'
                    or lower(recipient_person) like :text escape '!' or template like :text escape '!')
            """
                    .replace(":state", "cast(:state as varchar)")
                    .replace(":text", "cast(:text as varchar)");

    /** Placeholders with their numbers, since one is used twice. */
    private static final String NEW =
            """
             (mail_key, recipient_person, recipient_name, address, template, subject, facts,
              state, attempts, resends, next_attempt_at, expires_at, server_down, created_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'PENDING', 0, 0, ?8, ?9, false, ?10)
            """;

    /** As the column is. */
    private static final int LONGEST_ADDRESS = 320;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final QueuedMailRow row;
    private final String insert;

    JdbcQueuedMails(JdbcTemplate batches, QueuedMailRow row) throws MetaDataAccessException {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.row = row;
        String database = JdbcUtils.extractDatabaseMetaData(
                Objects.requireNonNull(batches.getDataSource()), DatabaseMetaData::getDatabaseProductName);
        // What is queued already stays; the one has a clause for it, the other a statement.
        this.insert = database.equals("PostgreSQL")
                ? "insert into outbox" + NEW.replaceAll("\\?\\d+", "?") + "on conflict (mail_key) do nothing"
                : "merge into outbox as queued using (values 1) on queued.mail_key = ?1 when not matched then insert"
                        + NEW;
    }

    @Override
    public List<NewMail> add(List<NewMail> mails) {
        List<Object[]> rows = mails.stream()
                .map(mail -> new Object[] {
                    mail.mail().key(),
                    mail.mail().recipient().id(),
                    Facts.line(mail.mail().recipient().name(), 255),
                    // As it is, but for its length: an address with a line break in it is refused when it is sent to.
                    TypedText.shortened(mail.mail().recipient().email(), LONGEST_ADDRESS),
                    mail.mail().template(),
                    mail.subject(),
                    mail.facts(),
                    QueuedMailRow.at(mail.now()),
                    QueuedMailRow.at(mail.expiry()),
                    QueuedMailRow.at(mail.now())
                })
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        int[] added = batches.batchUpdate(insert, rows);
        return IntStream.range(0, added.length)
                .filter(i -> added[i] > 0)
                .mapToObj(mails::get)
                .toList();
    }

    @Override
    public void requeue(long id, String address, Instant now, Instant expiry) {
        jdbc.sql(
                        """
                        update outbox set state = 'PENDING', address = :address, attempts = 0, resends = resends + 1,
                            next_attempt_at = :now, expires_at = :expiry, lease = null, server_down = false,
                            last_error = null, sent_at = null, sorting = 'NOW', gathered_in = null
                        where id = :id
                        """)
                .param("address", address)
                .param("now", QueuedMailRow.at(now))
                .param("expiry", QueuedMailRow.at(expiry))
                .param("id", id)
                .update();
    }

    @Override
    public Optional<QueuedMail> find(long id) {
        return jdbc.sql("select * from outbox where id = :id")
                .param("id", id)
                .query(row)
                .optional();
    }

    @Override
    public List<QueuedMail> search(@Nullable MailState state, @Nullable String text, int offset, int atMost) {
        return jdbc.sql("select * from outbox" + MATCHING
                        + "order by id desc offset :offset rows fetch first :atMost rows only")
                .param("state", state == null ? null : state.name())
                .param("text", pattern(text))
                .param("offset", offset)
                .param("atMost", atMost)
                .query(row)
                .list();
    }

    @Override
    public List<QueuedMail> ofTemplates(Collection<String> templates) {
        return jdbc.sql("select * from outbox where template in (:templates) order by id")
                .param("templates", templates)
                .query(row)
                .list();
    }

    @Override
    public int count(@Nullable MailState state, @Nullable String text) {
        return jdbc.sql("select count(*) from outbox" + MATCHING)
                .param("state", state == null ? null : state.name())
                .param("text", pattern(text))
                .query(Integer.class)
                .single();
    }

    @Override
    public int backlog() {
        return jdbc.sql("select count(*) from outbox where state = 'PENDING' and sorting in ('NEW', 'NOW')")
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<Instant> oldestPending() {
        return jdbc.sql(
                        """
                        select created_at from outbox where state = 'PENDING' and sorting in ('NEW', 'NOW')
                        order by created_at fetch first row only
                        """)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public Optional<String> serverDown() {
        return jdbc.sql(
                        """
                        select last_error from outbox where state = 'PENDING' and server_down and last_error is not null
                        order by next_attempt_at desc fetch first row only
                        """)
                .query(String.class)
                .optional();
    }

    private static @Nullable String pattern(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }
}
