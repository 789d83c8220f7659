package nepsong.reminder;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nepsong.cycle.Cycles;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.Groups;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.Escalation.Reason;
import org.springframework.stereotype.Component;

/** The head of a unit is told of each task; everybody above gets one list for each step and cycle. */
@Component
class EscalationMails {

    /** Working days within which the head of the unit is asked to see to it. */
    private static final int GRACE = 2;

    private record ListOf(String group, String cycle, String step) {}

    private final Outbox outbox;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EscalationMails(Outbox outbox, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.outbox = outbox;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    void tell(List<Escalation> fresh, List<OpenTask> open, Map<String, List<Person>> members) {
        Map<String, OpenTask> tasks = open.stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        List<Mail> mails = new ArrayList<>();
        Map<ListOf, List<Escalation>> lists = fresh.stream()
                .filter(one -> one.reason() == Reason.OVERDUE && !one.group().startsWith("headAt"))
                .collect(groupingBy(
                        one -> new ListOf(one.group(), cycleOf(one), one.step()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (!lists.isEmpty()) {
            Map<String, String> titles = cycles.deadlines("").stream()
                    .collect(Collectors.toMap(Cycles.StepDeadline::step, Cycles.StepDeadline::title));
            lists.forEach((list, late) -> members.getOrDefault(list.group(), List.of())
                    .forEach(person -> mails.add(list(list, late, titles, person))));
        }
        for (Escalation one : fresh) {
            OpenTask task = tasks.get(one.task());
            if (task != null
                    && (one.reason() == Reason.UNATTENDED || one.group().startsWith("headAt"))) {
                members.getOrDefault(one.group(), List.of()).forEach(person -> mails.add(single(one, task, person)));
            }
        }
        outbox.postAll(mails);
    }

    private Mail single(Escalation one, OpenTask task, Person person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", task.cycle());
        facts.put("task", task.name());
        facts.put("deadline", task.due());
        facts.put("link", task.link());
        if (one.reason() == Reason.UNATTENDED) {
            facts.put("role", String.join(", ", task.groups()));
            return new Mail("task.unattended", about(one), person, "task.unattended", facts);
        }
        facts.put("days", one.workingDays());
        facts.put("newDeadline", calendar.plus(today(), GRACE));
        return new Mail("task.overdue", about(one), person, "task.overdue", facts);
    }

    private Mail list(ListOf list, List<Escalation> late, Map<String, String> titles, Person person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", list.cycle());
        facts.put("count", late.size());
        facts.put("stage", titles.getOrDefault(list.step(), list.step()));
        facts.put(
                "units",
                late.stream()
                        .map(one -> "%s: quá hạn %d ngày làm việc".formatted(one.taskName(), one.workingDays()))
                        .toList());
        // The award office works in its inbox; the others see the whole cycle.
        facts.put(
                "link",
                list.group().equals(Groups.AWARD_OFFICE)
                        ? "/camunda/app/tasklist/default/"
                        : "/progress/" + list.cycle());
        return new Mail(
                "task.overdue-listed",
                today() + "/" + list.cycle() + "/" + list.step() + "/" + list.group(),
                person,
                "task.overdue-list",
                facts);
    }

    private static String about(Escalation one) {
        return one.task() + "/" + one.dueOn();
    }

    private static String cycleOf(Escalation one) {
        return one.businessKey().replaceFirst("/.*", "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
