package nepsong.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Joins the engine's identity tables with our details; who has no details is a person all the same. */
@Repository
class JdbcPeople implements People, PeopleDetails {

    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Person> find(String id) {
        return jdbc.sql(
                        """
                        select u.id_, u.first_, u.last_, u.email_, p.phone, p.position, p.unit, p.agency
                          from act_id_user u left join people p on p.id = u.id_
                         where u.id_ = :id""")
                .param("id", id)
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public List<Person> inGroup(String group) {
        // Sorted here: databases order letters by their own locale.
        return jdbc
                .sql(
                        """
                        select u.id_, u.first_, u.last_, u.email_, p.phone, p.position, p.unit, p.agency
                          from act_id_membership m
                          join act_id_user u on u.id_ = m.user_id_
                          left join people p on p.id = u.id_
                         where m.group_id_ = :group""")
                .param("group", group)
                .query(JdbcPeople::person)
                .list()
                .stream()
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }

    @Override
    public Map<String, List<Person>> inGroups(Collection<String> groups) {
        record Member(String group, Person person) {}
        if (groups.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select u.id_, u.first_, u.last_, u.email_, p.phone, p.position, p.unit, p.agency, m.group_id_
                          from act_id_membership m
                          join act_id_user u on u.id_ = m.user_id_
                          left join people p on p.id = u.id_
                         where m.group_id_ in (:groups)""")
                .param("groups", groups)
                .query((row, number) -> new Member(row.getString("group_id_"), person(row, number)))
                .list()
                .stream()
                .sorted(Comparator.comparing(member -> member.person().id()))
                .collect(Collectors.groupingBy(Member::group, Collectors.mapping(Member::person, Collectors.toList())));
    }

    @Override
    public Set<String> groupsOf(String personId) {
        return new TreeSet<>(jdbc.sql("select group_id_ from act_id_membership where user_id_ = :id")
                .param("id", personId)
                .query(String.class)
                .list());
    }

    @Override
    public void save(Person person) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("id", person.id());
        parameters.put("phone", person.phone());
        parameters.put("position", person.position());
        parameters.put("unit", person.unit());
        parameters.put("agency", person.agency());
        int updated = jdbc.sql(
                        """
                        update people set phone = :phone, position = :position, unit = :unit, agency = :agency
                         where id = :id""")
                .params(parameters)
                .update();
        if (updated == 0) {
            jdbc.sql(
                            """
                    insert into people (id, phone, position, unit, agency)
                    values (:id, :phone, :position, :unit, :agency)""")
                    .params(parameters)
                    .update();
        }
    }

    /** A Vietnamese name begins with the family name, which is kept in {@code FIRST_}: Tasklist shows that first. */
    private static Person person(ResultSet row, int number) throws SQLException {
        String name = text(row, "first_") + " " + text(row, "last_");
        return new Person(
                row.getString("id_"),
                name.strip(),
                text(row, "email_"),
                text(row, "phone"),
                text(row, "position"),
                row.getString("unit"),
                row.getString("agency"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
