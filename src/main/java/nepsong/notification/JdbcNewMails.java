package nepsong.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNewMails implements NewMails {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final QueuedMailRow row;

    JdbcNewMails(JdbcTemplate batches, QueuedMailRow row) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.row = row;
    }

    @Override
    public void takeTurn() {
        jdbc.sql("select turn from mail_sorting for update")
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean any() {
        return jdbc.sql(
                        """
                        select 1 from outbox where state = 'PENDING' and (sorting = 'NEW'
                            or sorting = 'HOURLY' and gathered_in is null) fetch first row only
                        """)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<NewRow> unsorted(int atMost) {
        return jdbc.sql(
                        """
                        select id, recipient_person, template from outbox
                        where sorting = 'NEW' and state = 'PENDING' order by id fetch first :atMost rows only
                        """)
                .param("atMost", atMost)
                .query((found, n) -> new NewRow(found.getLong(1), found.getString(2), found.getString(3)))
                .list();
    }

    @Override
    public Map<String, Integer> told(Collection<String> persons, Collection<String> templates, Instant since) {
        Map<String, Integer> sent = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql(
                            """
                            select recipient_person, count(*) from outbox
                            where recipient_person in (:persons) and sorted_at > :since and sorting in ('NOW', 'HOURLY')
                              and template in (:templates)
                            group by recipient_person
                            """)
                    .param("persons", persons)
                    .param("since", QueuedMailRow.at(since))
                    .param("templates", templates)
                    .query(found -> {
                        sent.put(found.getString(1), found.getInt(2));
                    });
        }
        return sent;
    }

    @Override
    public void sort(Collection<Long> ids, Sorting sorting, Instant now) {
        batches.batchUpdate(
                "update outbox set sorting = ?, sorted_at = ? where id = ?",
                ids.stream()
                        .map(id -> new Object[] {sorting.name(), QueuedMailRow.at(now), id})
                        .toList());
    }

    @Override
    public List<QueuedMail> waitingForTheHour(Instant since) {
        return jdbc.sql(
                        """
                        select w.* from outbox w
                        where w.sorting = 'HOURLY' and w.state = 'PENDING' and w.gathered_in is null
                          and w.recipient_person not in (select g.recipient_person from outbox g
                              where g.template = 'task.gathered' and g.created_at > :since)
                        order by w.recipient_person, w.id
                        """)
                .param("since", QueuedMailRow.at(since))
                .query(row)
                .list();
    }

    @Override
    public List<QueuedMail> waitingForTheMorning(Collection<String> always) {
        return jdbc.sql(
                        """
                        select * from outbox
                        where (sorting = 'DAILY' or sorting = 'NEW' and template in (:always))
                          and state = 'PENDING' and gathered_in is null
                        order by recipient_person, id
                        """)
                .param("always", always)
                .query(row)
                .list();
    }

    @Override
    public void gather(Collection<Long> ids, String carrierKey) {
        long carrier = jdbc.sql("select id from outbox where mail_key = ?")
                .param(carrierKey)
                .query(Long.class)
                .single();
        batches.batchUpdate(
                """
                update outbox set gathered_in = ?, sorting = case when sorting = 'NEW' then 'DAILY' else sorting end
                where id = ?
                """,
                ids.stream().map(id -> new Object[] {carrier, id}).toList());
    }
}
