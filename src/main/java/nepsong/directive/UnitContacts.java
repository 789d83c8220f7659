package nepsong.directive;

import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** Whether somebody can be written to in every unit of a plan. */
@Component
public class UnitContacts {

    private final Plans plans;
    private final Units units;
    private final People people;

    UnitContacts(Plans plans, Units units, People people) {
        this.plans = plans;
        this.units = units;
        this.people = people;
    }

    /** What is missing, unit by unit; empty when everybody can be reached. */
    public List<Refusal> missing(String cycle) {
        List<Unit> planned = units.find(plans.get(cycle).units());
        List<String> groups = new ArrayList<>();
        for (Unit unit : planned) {
            groups.add(Groups.coordinatorAt(unit.code()));
            groups.add(Groups.headAt(unit.code()));
        }
        return ConfigurationPolicy.judgeContacts(planned, people.inGroups(groups));
    }
}
