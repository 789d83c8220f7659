package nepsong.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.DemonstrationSettings;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.UnitsLoaded;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Every unit of the registry has its three roles, for people to be put into. The demonstration makes those it plays with. */
@Component
class UnitGroups {

    private final DemonstrationSettings settings;
    private final Units units;
    private final RoleGroups groups;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnitGroups(
            DemonstrationSettings settings,
            Units units,
            RoleGroups groups,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.units = units;
        this.groups = groups;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first catalogue is loaded before anybody listens. */
    @EventListener(ContextRefreshedEvent.class)
    void ofTheRegistry() {
        of(units.validOn(LocalDate.now(clock)));
    }

    @EventListener
    void ofWhatIsLoaded(UnitsLoaded loaded) {
        of(loaded.units());
    }

    private void of(List<Unit> some) {
        if (settings.demo()) {
            return;
        }
        Map<String, String> wanted = new HashMap<>();
        some.forEach(unit -> wanted.putAll(RoleGroups.ofUnit(unit.code(), unit.name())));
        transaction.executeWithoutResult(status -> groups.ensure(wanted));
    }
}
