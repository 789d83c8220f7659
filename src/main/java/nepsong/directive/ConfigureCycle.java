package nepsong.directive;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office settles blocs, quota and deadlines; then the units can be called in. */
@Component
public class ConfigureCycle {

    private final Plans plans;
    private final Cycles cycles;
    private final Units units;
    private final UnitContacts contacts;

    ConfigureCycle(Plans plans, Cycles cycles, Units units, UnitContacts contacts) {
        this.plans = plans;
        this.cycles = cycles;
        this.units = units;
        this.contacts = contacts;
    }

    @Transactional
    public List<Refusal> configure(Cycles.Configuration configuration) {
        List<Unit> planned = units.find(plans.get(configuration.cycle()).units());
        List<Refusal> refusals = new ArrayList<>(ConfigurationPolicy.judgeBlocs(configuration.blocs(), planned));
        refusals.addAll(contacts.missing(configuration.cycle()));
        if (refusals.isEmpty()) {
            cycles.configure(configuration);
        }
        return refusals;
    }
}
