package nepsong.notification;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class JdbcDueMails implements DueMails {

    /**
     * Batches among which one is locked; beyond it are those that other workers lock. H2 would read, sort and lock the
     * whole backlog for each batch.
     */
    private static final int WINDOW = 8;

    private final JdbcClient jdbc;
    private final QueuedMailRow row;

    JdbcDueMails(JdbcClient jdbc, QueuedMailRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    @Override
    public List<QueuedMail> claim(String lease, Instant now, Instant leaseEnd, int atMost) {
        List<Long> ids = jdbc.sql(
                        """
                        select id from outbox
                        where state = 'PENDING' and next_attempt_at <= :now and id in (
                            select id from outbox
                            where state = 'PENDING' and sorting = 'NOW' and next_attempt_at <= :now
                            order by sorting, state, next_attempt_at, id
                            fetch first :window rows only)
                        order by next_attempt_at, id
                        fetch first :atMost rows only
                        for update skip locked
                        """)
                .param("now", QueuedMailRow.at(now))
                .param("window", WINDOW * atMost)
                .param("atMost", atMost)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        jdbc.sql("update outbox set lease = :lease, next_attempt_at = :leaseEnd where id in (:ids)")
                .param("lease", lease)
                .param("leaseEnd", QueuedMailRow.at(leaseEnd))
                .param("ids", ids)
                .update();
        return jdbc.sql("select * from outbox where id in (:ids) order by id")
                .param("ids", ids)
                .query(row)
                .list();
    }

    @Override
    public void extend(String lease, Instant leaseEnd) {
        jdbc.sql("update outbox set next_attempt_at = :leaseEnd where lease = :lease and state = 'PENDING'")
                .param("leaseEnd", QueuedMailRow.at(leaseEnd))
                .param("lease", lease)
                .update();
    }

    @Override
    public void markSent(long id, String lease, Instant now) {
        int noted = jdbc.sql(
                        """
                        update outbox set state = 'SENT', attempts = attempts + 1, sent_at = :now, lease = null,
                            server_down = false, last_error = null
                        where id = :id and lease = :lease
                        """)
                .param("now", QueuedMailRow.at(now))
                .param("id", id)
                .param("lease", lease)
                .update();
        if (noted > 0) {
            jdbc.sql("update outbox set state = 'SENT', sent_at = :now, last_error = null where gathered_in = :id")
                    .param("now", QueuedMailRow.at(now))
                    .param("id", id)
                    .update();
        }
    }

    @Override
    public void markDead(long id, String lease, String error) {
        int noted = jdbc.sql(
                        """
                        update outbox set state = 'DEAD', attempts = attempts + 1, lease = null,
                            server_down = false, last_error = :error
                        where id = :id and lease = :lease
                        """)
                .param("error", error)
                .param("id", id)
                .param("lease", lease)
                .update();
        if (noted > 0) {
            jdbc.sql("update outbox set state = 'DEAD', last_error = :error where gathered_in = :id")
                    .param("error", error)
                    .param("id", id)
                    .update();
        }
    }

    @Override
    public void postpone(long id, String lease, Instant nextAttempt, Instant expiry, String error, boolean serverDown) {
        jdbc.sql(
                        """
                        update outbox set attempts = attempts + 1, next_attempt_at = :next, expires_at = :expiry,
                            lease = null, server_down = :serverDown, last_error = :error
                        where id = :id and lease = :lease
                        """)
                .param("next", QueuedMailRow.at(nextAttempt))
                .param("expiry", QueuedMailRow.at(expiry))
                .param("serverDown", serverDown)
                .param("error", error)
                .param("id", id)
                .param("lease", lease)
                .update();
    }

    @Override
    public void release(String lease, Instant now) {
        jdbc.sql("update outbox set next_attempt_at = :now, lease = null where lease = :lease and state = 'PENDING'")
                .param("now", QueuedMailRow.at(now))
                .param("lease", lease)
                .update();
    }

    @Override
    public void wake(Instant now) {
        jdbc.sql(
                        """
                        update outbox set next_attempt_at = :now, server_down = false
                        where state = 'PENDING' and next_attempt_at > :now and server_down and lease is null
                        """)
                .param("now", QueuedMailRow.at(now))
                .update();
    }
}
