package nepsong.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcMailChoices implements MailChoices {

    /** Databases bound the length of a list of values. */
    private static final int AT_A_TIME = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcMailChoices(JdbcTemplate batches) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
    }

    @Override
    public Map<MailKind, MailWay> of(String person) {
        Map<MailKind, MailWay> ways = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            ways.put(kind, kind.ownWay());
        }
        ways.putAll(chosenBy(Set.of(person)).getOrDefault(person, Map.of()));
        return ways;
    }

    @Override
    public Map<String, Map<MailKind, MailWay>> chosenBy(Collection<String> persons) {
        Map<String, Map<MailKind, MailWay>> chosen = new HashMap<>();
        List<String> all = List.copyOf(Set.copyOf(persons));
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            jdbc.sql("select person, kind, way from mail_choices where person in (:persons)")
                    .param("persons", all.subList(from, Math.min(all.size(), from + AT_A_TIME)))
                    .query(row -> {
                        chosen.computeIfAbsent(row.getString(1), person -> new EnumMap<>(MailKind.class))
                                .put(MailKind.valueOf(row.getString(2)), MailWay.valueOf(row.getString(3)));
                    });
        }
        return chosen;
    }

    @Override
    @Transactional
    public void save(String person, Map<MailKind, MailWay> ways) {
        jdbc.sql("delete from mail_choices where person = ?").param(person).update();
        List<Object[]> rows = new ArrayList<>();
        ways.forEach((kind, way) -> {
            if (way != kind.ownWay()) {
                rows.add(new Object[] {person, kind.name(), way.name()});
            }
        });
        if (!rows.isEmpty()) {
            batches.batchUpdate("insert into mail_choices (person, kind, way) values (?, ?, ?)", rows);
        }
    }
}
