package nepsong.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Demonstration;
import nepsong.organisation.Groups;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demonstration's logins, for its own units or for any others. What exists is left as it is. */
@Component
public class DemonstrationPeople {

    private final IdentityService identities;
    private final RoleGroups groups;
    private final PeopleChanges changes;
    private final JdbcClient jdbc;

    DemonstrationPeople(IdentityService identities, RoleGroups groups, PeopleChanges changes, JdbcClient jdbc) {
        this.identities = identities;
        this.groups = groups;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * Makes the people without a unit and three for each unit.
     *
     * @param units code to name
     */
    @Transactional
    public void seed(Map<String, String> units) {
        Map<String, String> unitGroups = new LinkedHashMap<>();
        List<Demonstration.Login> logins = new ArrayList<>(Demonstration.central());
        units.forEach((code, name) -> {
            logins.addAll(Demonstration.of(code, name));
            unitGroups.putAll(RoleGroups.ofUnit(code, name));
        });
        groups.ensure(unitGroups);
        Set<String> present =
                identities.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
        Set<String> described =
                Set.copyOf(jdbc.sql("select id from people").query(String.class).list());
        for (Demonstration.Login login : logins) {
            if (!present.contains(login.person().id())) {
                addLogin(login);
            }
            if (!described.contains(login.person().id())) {
                addDetails(login.person());
            }
        }
        changes.tell();
    }

    private void addLogin(Demonstration.Login login) {
        Person person = login.person();
        User user = identities.newUser(person.id());
        user.setFirstName(login.familyName());
        user.setLastName(login.givenName());
        user.setEmail(person.email());
        user.setPassword(Demonstration.PASSWORD);
        identities.saveUser(user);
        identities.createMembership(person.id(), login.group());
        if (!login.group().equals(Groups.ADMINISTRATORS)) {
            identities.createMembership(person.id(), RoleGroups.STAFF);
        }
    }

    private void addDetails(Person person) {
        jdbc.sql(
                        """
                        insert into people (id, phone, position, unit, agency)
                        values (:id, :phone, :position, :unit, :agency)
                        """)
                .param("id", person.id())
                .param("phone", person.phone())
                .param("position", person.position())
                .param("unit", person.unit())
                .param("agency", person.agency())
                .update();
    }
}
