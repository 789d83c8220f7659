package nepsong.directive;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the coordinators of every unit in the plan that it was issued. Said twice, they are told once. */
@Component
public class AnnounceDirective {

    private static final String ACKNOWLEDGING = "self-assessment.acknowledge";

    private final Plans plans;
    private final Directives directives;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final Outbox outbox;

    AnnounceDirective(Plans plans, Directives directives, Cycles cycles, Units units, People people, Outbox outbox) {
        this.plans = plans;
        this.directives = directives;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.outbox = outbox;
    }

    /** @throws java.util.NoSuchElementException where the cycle has no issued plan */
    @Transactional
    public void announce(String cycle) {
        Plan plan = plans.get(cycle);
        Directive directive = directives.find(cycle).orElseThrow();
        List<Unit> planned = units.find(plan.units());
        Map<String, List<Person>> coordinators = people.inGroups(
                planned.stream().map(unit -> Groups.coordinatorAt(unit.code())).toList());
        String deadline = cycles.workingDays(plan.cycle(), ACKNOWLEDGING)
                + " ngày làm việc kể từ khi việc xác nhận được giao trên hệ thống";
        outbox.postAll(planned.stream()
                .flatMap(unit -> coordinators.getOrDefault(Groups.coordinatorAt(unit.code()), List.of()).stream()
                        .map(person -> issued(plan, directive, unit, person, deadline)))
                .toList());
    }

    /** Of each unit: whoever coordinates two is told of both. The time to acknowledge begins when the cycle is set up. */
    private Mail issued(Plan plan, Directive directive, Unit unit, Person person, String deadline) {
        return new Mail(
                "directive.issued",
                plan.cycle() + "/" + unit.code(),
                person,
                "directive.issued",
                Map.of(
                        "cycle", plan.cycle(),
                        "documentNumber", directive.number(),
                        "documentTitle", plan.name(),
                        "unit", unit.name(),
                        "deadline", deadline,
                        "link", "/camunda/app/tasklist/default/"));
    }
}
