package nepsong.selfassessment.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Units;
import nepsong.selfassessment.AcknowledgeSelfAssessment;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.Conflict;
import org.springframework.stereotype.Component;

@Component
class AcknowledgeForm implements TaskForm {

    private static final int PROPOSED_INSPECTORS = 3;

    private final AcknowledgeSelfAssessment acknowledgement;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final EvidencePieces papers;

    AcknowledgeForm(
            AcknowledgeSelfAssessment acknowledgement,
            People people,
            Units units,
            Cycles cycles,
            EvidencePieces papers) {
        this.papers = papers;
        this.acknowledgement = acknowledgement;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
    }

    @Override
    public String key() {
        return "self-assessment.acknowledge";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        List<Person> heads = people.inGroup(Groups.headAt(task.unit()));
        List<Person> inspectors = people.inGroup(Groups.inspectorAt(task.unit()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("cycleName", cycles.get(task.cycle()).name());
        contact(task).ifPresent(person -> {
            shown.put("contactName", person.name());
            shown.put("contactPosition", person.position());
            shown.put("contactPhone", person.phone());
            shown.put("contactEmail", person.email());
        });
        shown.put("heads", options(heads));
        heads.stream().findFirst().ifPresent(head -> shown.put("headInCharge", head.id()));
        shown.put("inspectorOptions", options(inspectors));
        shown.put(
                "inspectors",
                inspectors.stream().limit(PROPOSED_INSPECTORS).map(Person::id).toList());
        shown.put("conflicts", List.of());
        shown.put("blocUnits", otherUnits(task));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return Map.of("planFiles", papers.count(Dossier.ofCycle(task.cycle()), EvidenceKind.PLAN));
    }

    /** The person who is at the form where that is one of the unit's coordinators, otherwise the first of these. */
    private Optional<Person> contact(FormTask task) {
        List<Person> coordinators = people.inGroup(Groups.coordinatorAt(task.unit()));
        return coordinators.stream()
                .filter(person -> person.id().equals(task.user()))
                .findFirst()
                .or(() -> coordinators.stream().findFirst());
    }

    private List<Option> otherUnits(FormTask task) {
        List<String> others = cycles.bloc(task.cycle(), task.bloc()).units().stream()
                .filter(unit -> !unit.equals(task.unit()))
                .toList();
        return units.find(others).stream()
                .map(unit -> new Option(unit.code(), unit.name()))
                .toList();
    }

    private static List<Option> options(List<Person> people) {
        return people.stream()
                .map(person -> new Option(
                        person.id(),
                        person.position().isEmpty() ? person.name() : person.name() + " – " + person.position()))
                .toList();
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Acknowledgement said = new Acknowledgement(
                data.text("contactName"),
                data.text("contactPosition"),
                data.text("contactPhone"),
                data.text("contactEmail"),
                data.text("headInCharge"),
                data.choices("inspectors"),
                data.integer("staffCount"),
                data.choices("formerUnits"));
        List<Conflict> conflicts = data.rows("conflicts").stream()
                .map(row -> new Conflict(task.unit(), row.text("unit"), row.text("reason")))
                .toList();
        return Outcome.of(
                acknowledgement.acknowledge(task.cycle(), task.unit(), task.user(), said, conflicts), Map.of());
    }
}
