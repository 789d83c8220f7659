package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office enters the number and day that the registry gave to the signed plan. */
@Component
public class IssueDirective {

    private static final String ACKNOWLEDGING = "self-assessment.acknowledge";

    private final Plans plans;
    private final Directives directives;
    private final Cycles cycles;
    private final Units units;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    IssueDirective(
            Plans plans, Directives directives, Cycles cycles, Units units, People people, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.directives = directives;
        this.cycles = cycles;
        this.units = units;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> issue(Directive directive) {
        Plan plan = plans.get(directive.cycle());
        if (directive.issuedOn().isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("issuedOn", "Ngày ban hành không được sau hôm nay"));
        }
        if (directive.issuedOn().isBefore(plan.draftedOn())) {
            return List.of(Refusal.of("issuedOn", "Ngày ban hành không được trước ngày soạn dự thảo"));
        }
        directives.add(directive);
        tellUnits(plan, directive);
        return List.of();
    }

    private void tellUnits(Plan plan, Directive directive) {
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
