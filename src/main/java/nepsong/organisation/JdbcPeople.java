package nepsong.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Joins the engine's identity tables with our details; who has no details is a person all the same. All of it is kept for
 * some seconds: each step of each unit asks who is in which group.
 */
@Repository
class JdbcPeople implements People, PeopleDetails, PeopleChanges {

    private final JdbcClient jdbc;
    private final Snapshot<Directory> directory;

    /** The groups of a person and the people of a group, these ordered by id. */
    private record Directory(
            Map<String, Person> people,
            Map<String, Person> erased,
            Map<String, Set<String>> groups,
            Map<String, List<Person>> members) {}

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.directory = new Snapshot<>(this::read);
    }

    private Directory read() {
        // Sorted here: databases order letters by their own locale.
        Map<String, Person> people = new TreeMap<>();
        jdbc.sql(
                        """
                        select u.id_, u.first_, u.last_, u.email_, p.phone, p.position, p.unit, p.agency
                          from act_id_user u left join people p on p.id = u.id_""")
                .query(JdbcPeople::person)
                .list()
                .forEach(person -> people.put(person.id(), person));
        Map<String, Person> erased = new HashMap<>();
        jdbc.sql("select id, name from erased_people where id is not null").query(row -> {
            erased.put(row.getString(1), new Person(row.getString(1), row.getString(2), "", "", "", null, null));
        });
        Map<String, Set<String>> groups = new HashMap<>();
        jdbc.sql("select user_id_, group_id_ from act_id_membership")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(member -> groups.computeIfAbsent(member.getKey(), person -> new TreeSet<>())
                        .add(member.getValue()));
        Map<String, List<Person>> members = new HashMap<>();
        people.values().forEach(person -> groups.getOrDefault(person.id(), Set.of())
                .forEach(group ->
                        members.computeIfAbsent(group, id -> new ArrayList<>()).add(person)));
        groups.replaceAll((person, of) -> Collections.unmodifiableSet(of));
        members.replaceAll((group, of) -> List.copyOf(of));
        return new Directory(people, erased, groups, members);
    }

    @Override
    public Optional<Person> find(String id) {
        Directory known = directory.get();
        return Optional.ofNullable(known.people().get(id))
                .or(() -> Optional.ofNullable(known.erased().get(id)));
    }

    @Override
    public List<Person> all() {
        return List.copyOf(directory.get().people().values());
    }

    @Override
    public List<Person> inGroup(String group) {
        return directory.get().members().getOrDefault(group, List.of());
    }

    @Override
    public Map<String, List<Person>> inGroups(Collection<String> groups) {
        Map<String, List<Person>> known = directory.get().members();
        Map<String, List<Person>> found = new HashMap<>();
        groups.stream()
                .filter(known::containsKey)
                .forEach(group -> found.put(group, known.getOrDefault(group, List.of())));
        return found;
    }

    @Override
    public Set<String> groupsOf(String personId) {
        return directory.get().groups().getOrDefault(personId, Set.of());
    }

    @Override
    public void tell() {
        directory.forget();
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
        directory.forget();
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
