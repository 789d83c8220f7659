package nepsong.engine;

import java.security.SecureRandom;
import java.util.Map;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Before the first request is answered: roles, people, inboxes and what each may do, in one transaction. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final String ADMINISTRATOR = "admin";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final DemonstrationSettings settings;
    private final TransactionTemplate transaction;
    private final IdentityService identities;
    private final RoleGroups groups;
    private final DemonstrationPeople people;
    private final InboxFilters filters;
    private final Authorizations authorizations;

    FirstStart(
            DemonstrationSettings settings,
            TransactionTemplate transaction,
            IdentityService identities,
            RoleGroups groups,
            DemonstrationPeople people,
            InboxFilters filters,
            Authorizations authorizations) {
        this.settings = settings;
        this.transaction = transaction;
        this.identities = identities;
        this.groups = groups;
        this.people = people;
        this.filters = filters;
        this.authorizations = authorizations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            if (settings.demo()) {
                people.seed(Demonstration.units());
            } else {
                groups.ensure(Map.of());
                ensureAdministrator();
            }
            authorizations.ensure(filters.ensure());
        });
    }

    /** The password is printed once and nowhere kept: whoever starts the application reads it and changes it. */
    private void ensureAdministrator() {
        if (identities.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() > 0) {
            return;
        }
        String password = randomPassword();
        User administrator = identities.newUser(ADMINISTRATOR);
        administrator.setFirstName("Quản trị");
        administrator.setLastName("Hệ thống");
        administrator.setPassword(password);
        identities.saveUser(administrator);
        identities.createMembership(ADMINISTRATOR, Groups.ADMINISTRATORS);
        LOG.warn("First start: log in as \"{}\" with the password {} (shown this once)", ADMINISTRATOR, password);
    }

    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder("Ns-9");
        for (int i = 0; i < 20; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
