package nepsong.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nepsong.organisation.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements are put together of the register's names alone; what a person typed is a parameter always. */
@Repository
class JdbcPersonalRows implements PersonalRows {

    private static final String SAME_CONTACT =
            """
            (contact_email <> '' and lower(contact_email) = lower(:email)
             or contact_phone <> '' and contact_phone = :phone
             or contact_name = :name and unit = :unit)
            """;

    private final JdbcClient jdbc;

    JdbcPersonalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void each(PersonalColumn column, String login, Consumer<Map<String, Object>> reading) {
        jdbc.sql("select %s from %s where %s = ?"
                        .formatted(shown(column, column.shown().keySet()), column.table(), column.column()))
                .param(login)
                .query(row -> {
                    reading.accept(ShownValues.of(column.shown(), row));
                });
    }

    @Override
    public void contacts(PersonalColumn column, Person person, Consumer<Map<String, Object>> reading) {
        contact(
                        "select %s from self_assessments where "
                                .formatted(shown(column, column.shown().keySet())),
                        person)
                .query(row -> {
                    reading.accept(ShownValues.of(column.shown(), row));
                });
    }

    @Override
    public List<Map<String, Object>> places(
            List<PersonalColumn> columns, Collection<String> words, String label, int atMost) {
        PersonalColumn first = columns.get(0);
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (PersonalColumn column : columns) {
            for (String word : words) {
                conditions.add("position(? in " + column.column() + ") > 0");
                parameters.add(word);
            }
        }
        parameters.add(atMost);
        Set<Map<String, Object>> places = new LinkedHashSet<>();
        jdbc.sql("select %s from %s where %s fetch first ? rows only"
                        .formatted(
                                shown(first, first.shown().keySet()), first.table(), String.join(" or ", conditions)))
                .params(parameters)
                .query(row -> {
                    Map<String, Object> place = new LinkedHashMap<>();
                    place.put(label, first.title());
                    place.putAll(ShownValues.of(first.shown(), row));
                    places.add(place);
                });
        return List.copyOf(places);
    }

    @Override
    public void delete(PersonalColumn column, String login) {
        jdbc.sql("delete from %s where %s = ?".formatted(column.table(), column.column()))
                .param(login)
                .update();
    }

    @Override
    public void deleteWaitingMail(String login) {
        jdbc.sql("delete from outbox where recipient_person = ? and state <> 'SENT'")
                .param(login)
                .update();
    }

    @Override
    public void set(PersonalColumn column, PersonalColumn owner, String login, String value) {
        jdbc.sql("update %s set %s = ? where %s = ?".formatted(column.table(), column.column(), owner.column()))
                .params(value, login)
                .update();
    }

    @Override
    public void replaceContacts(Person person, String name) {
        contact(
                        """
                        update self_assessments
                        set contact_name = :pseudonym, contact_position = '', contact_phone = '', contact_email = ''
                        where
                        """,
                        person)
                .param("pseudonym", name)
                .update();
    }

    @Override
    public void replaceWithin(PersonalColumn column, String word, String replacement) {
        jdbc.sql("update %1$s set %2$s = replace(%2$s, ?, ?) where position(? in %2$s) > 0"
                        .formatted(column.table(), column.column()))
                .params(word, replacement, word)
                .update();
    }

    @Override
    public boolean isGroup(String id) {
        return jdbc.sql("select count(*) from act_id_group where id_ = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<String> rolesOf(String login) {
        return jdbc.sql(
                        """
                        select coalesce(g.name_, g.id_) from act_id_membership m join act_id_group g on g.id_ = m.group_id_
                        where m.user_id_ = ? and g.id_ <> 'staff' order by 1
                        """)
                .param(login)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec contact(String start, Person person) {
        return jdbc.sql(start + SAME_CONTACT)
                .param("email", person.email())
                .param("phone", person.phone())
                .param("name", person.name())
                .param("unit", person.unit() == null ? "" : person.unit());
    }

    private static String shown(PersonalColumn column, Collection<String> names) {
        return names.isEmpty() ? column.column() : names.stream().collect(Collectors.joining(", "));
    }
}
