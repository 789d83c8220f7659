package nepsong.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.organisation.Demonstration;
import nepsong.organisation.ErasedPeople;
import nepsong.organisation.Logins;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.PeopleDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demonstration's logins, for its own units or for any others. What exists is left as it is. */
@Component
public class DemonstrationPeople {

    private final Logins logins;
    private final PeopleDetails details;
    private final RoleGroups groups;
    private final PeopleChanges changes;
    private final JdbcClient jdbc;
    private final ErasedPeople erased;

    DemonstrationPeople(
            Logins logins,
            PeopleDetails details,
            RoleGroups groups,
            PeopleChanges changes,
            JdbcClient jdbc,
            ErasedPeople erased) {
        this.logins = logins;
        this.details = details;
        this.groups = groups;
        this.changes = changes;
        this.jdbc = jdbc;
        this.erased = erased;
    }

    /**
     * Makes the people without a unit and three for each unit.
     *
     * @param units code to name
     */
    @Transactional
    public void seed(Map<String, String> units) {
        Map<String, String> unitGroups = new LinkedHashMap<>();
        List<Demonstration.Login> wanted = new ArrayList<>(Demonstration.central());
        units.forEach((code, name) -> {
            wanted.addAll(Demonstration.of(code, name));
            unitGroups.putAll(RoleGroups.ofUnit(code, name));
        });
        groups.ensure(unitGroups);
        Set<String> present = logins.ids();
        Set<String> described =
                Set.copyOf(jdbc.sql("select id from people").query(String.class).list());
        wanted.removeIf(login -> !present.contains(login.person().id())
                && erased.isTaken(login.person().id()));
        for (Demonstration.Login login : wanted) {
            if (!present.contains(login.person().id())) {
                addLogin(login);
            }
            if (!described.contains(login.person().id())) {
                details.save(login.person());
            }
        }
        changes.tell();
    }

    private void addLogin(Demonstration.Login login) {
        logins.save(login.person(), Demonstration.PASSWORD);
        logins.give(login.person().id(), Set.of(login.group()));
    }
}
