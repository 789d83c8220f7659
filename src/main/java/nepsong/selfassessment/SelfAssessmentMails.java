package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.cycle.Cycles;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Returns.Missing;
import org.springframework.stereotype.Component;

/** What a unit is told beside its tasks. No scores and nobody's details stand in a mail. */
@Component
class SelfAssessmentMails {

    private static final String SUPPLEMENT = "self-assessment.supplement";

    private final Outbox outbox;
    private final People people;
    private final Units units;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SelfAssessmentMails(
            Outbox outbox, People people, Units units, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.people = people;
        this.units = units;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    void supplementRequested(String cycle, String unit, String reason, List<Missing> missing) {
        Map<String, Object> facts = facts(cycle, unit);
        facts.put("reason", reason);
        facts.put(
                "items",
                missing.stream().map(one -> one.criterion() + ": " + one.what()).toList());
        facts.put("deadline", calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, SUPPLEMENT)));
        post("self-assessment.supplement-requested", "self-assessment.returned", cycle, unit, facts);
    }

    void closed(SelfAssessment selfAssessment) {
        Map<String, Object> facts = facts(selfAssessment.cycle(), selfAssessment.unit());
        if (selfAssessment.dueOn() != null) {
            facts.put("deadline", selfAssessment.dueOn());
        }
        post("self-assessment.closed", "self-assessment.closed", selfAssessment.cycle(), selfAssessment.unit(), facts);
    }

    private Map<String, Object> facts(String cycle, String unit) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", cycle);
        facts.put("unit", units.find(unit).map(Unit::name).orElse(unit));
        facts.put("link", "/units/" + unit);
        return facts;
    }

    private void post(String event, String template, String cycle, String unit, Map<String, Object> facts) {
        List<Person> recipients = Stream.concat(
                        people.inGroup(Groups.coordinatorAt(unit)).stream(),
                        people.inGroup(Groups.headAt(unit)).stream())
                .distinct()
                .toList();
        outbox.postAll(recipients.stream()
                .map(person -> new Mail(event, cycle + "/" + unit, person, template, facts))
                .toList());
    }
}
