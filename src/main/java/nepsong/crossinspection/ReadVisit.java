package nepsong.crossinspection;

import java.util.Optional;
import java.util.Set;
import nepsong.evidence.EvidenceReadership;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;

/**
 * A visit for those whom it concerns: who inspects, the team, the leaders who sign for it, and the unit. From the unit's own
 * people, whatever else they are, an unannounced one is kept until it begins.
 */
@Component
public class ReadVisit {

    private final Inspections inspections;
    private final EvidenceReadership readership;
    private final People people;

    ReadVisit(Inspections inspections, EvidenceReadership readership, People people) {
        this.inspections = inspections;
        this.readership = readership;
        this.people = people;
    }

    /** Empty where none was scheduled, and for everybody else. */
    public Optional<Inspection> read(String cycle, String unit, String person) {
        Set<String> groups = people.groupsOf(person);
        return inspections
                .find(cycle, unit)
                .filter(visit -> Groups.areAt(unit, groups) ? !visit.isSecret() : concerns(visit, person, groups));
    }

    private boolean concerns(Inspection visit, String person, Set<String> groups) {
        return readership.mayRead(visit.cycle(), visit.unit(), groups)
                || groups.contains(Groups.DEPARTMENT_LEADERS)
                || groups.contains(Groups.inspectorAt(visit.inspecting()))
                || inspections.visitors(visit.cycle(), visit.unit()).all().contains(person);
    }
}
