package nepsong.engine;

import java.util.Map;
import nepsong.organisation.Demonstration;
import nepsong.organisation.DemonstrationSettings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the first request is answered: roles, people, inboxes and what each may do, in one transaction; in production
 * only where it is safe.
 */
@Component
class FirstStart implements SmartInitializingSingleton {

    private final DemonstrationSettings settings;
    private final TransactionTemplate transaction;
    private final SafetyCheck safety;
    private final RoleGroups groups;
    private final DemonstrationPeople people;
    private final FirstAdministrator administrator;
    private final InboxFilters filters;
    private final Authorizations authorizations;

    FirstStart(
            DemonstrationSettings settings,
            TransactionTemplate transaction,
            SafetyCheck safety,
            RoleGroups groups,
            DemonstrationPeople people,
            FirstAdministrator administrator,
            InboxFilters filters,
            Authorizations authorizations) {
        this.settings = settings;
        this.transaction = transaction;
        this.safety = safety;
        this.groups = groups;
        this.people = people;
        this.administrator = administrator;
        this.filters = filters;
        this.authorizations = authorizations;
    }

    @Override
    public void afterSingletonsInstantiated() {
        safety.refuseWhatIsUnsafe();
        transaction.executeWithoutResult(status -> {
            if (settings.demo()) {
                people.seed(Demonstration.units());
            } else {
                groups.ensure(Map.of());
                administrator.ensure();
            }
            authorizations.ensure(filters.ensure());
        });
        safety.warnOfWhatIsUnsafe();
    }
}
