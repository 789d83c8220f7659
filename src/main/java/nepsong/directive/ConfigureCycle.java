package nepsong.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.cycle.MailNotes;
import nepsong.cycle.Refusal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office settles blocs, weights, tables, quota and deadlines; then the units can be called in. */
@Component
public class ConfigureCycle {

    private final Plans plans;
    private final Cycles cycles;
    private final MailNotes notes;
    private final Units units;
    private final UnitContacts contacts;
    private final PairingOutlook outlook;

    ConfigureCycle(
            Plans plans, Cycles cycles, MailNotes notes, Units units, UnitContacts contacts, PairingOutlook outlook) {
        this.plans = plans;
        this.cycles = cycles;
        this.notes = notes;
        this.units = units;
        this.contacts = contacts;
        this.outlook = outlook;
    }

    /**
     * @param relaxationAccepted blocs that cannot be paired are kept; the head of team then gives up a rule, with a reason
     * @param mailNote           stands in every mail of the cycle from then on; may be empty
     */
    @Transactional
    public List<Refusal> configure(Cycles.Configuration configuration, boolean relaxationAccepted, String mailNote) {
        List<Unit> planned = units.find(plans.get(configuration.cycle()).units());
        List<Refusal> refusals = new ArrayList<>(ConfigurationPolicy.judgeBlocs(configuration.blocs(), planned));
        refusals.addAll(ConfigurationPolicy.judgeWeights(configuration.weights()));
        refusals.addAll(contacts.missing(configuration.cycle()));
        if (refusals.isEmpty() && !relaxationAccepted) {
            refusals.addAll(unpairable(configuration));
        }
        if (refusals.isEmpty()) {
            cycles.configure(configuration);
            notes.write(configuration.cycle(), mailNote);
        }
        return refusals;
    }

    private List<Refusal> unpairable(Cycles.Configuration configuration) {
        Map<String, List<String>> obstacles = outlook.obstacles(configuration.cycle(), configuration.blocs());
        return configuration.blocs().stream()
                .filter(bloc -> obstacles.containsKey(bloc.code()))
                .map(bloc -> Refusal.ofRow(
                        "units", bloc.name(), String.join(" ", obstacles.getOrDefault(bloc.code(), List.of()))))
                .toList();
    }
}
