package nepsong.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.engine.OpenTasks;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager reminds of an open task whoever holds it, or all whom it is offered to; each of them once a day. */
@Component
public class RemindOfTask {

    private final CycleTasks tasks;
    private final OpenTasks turns;
    private final People people;
    private final Outbox outbox;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final Clock clock;

    RemindOfTask(
            CycleTasks tasks,
            OpenTasks turns,
            People people,
            Outbox outbox,
            WorkingCalendar calendar,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.turns = turns;
        this.people = people;
        this.outbox = outbox;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param reminded names of those to whom the mail goes
     */
    public record Reminder(List<Refusal> refusals, List<String> reminded) {

        public Reminder {
            refusals = List.copyOf(refusals);
            reminded = List.copyOf(reminded);
        }

        static Reminder refused(String reason) {
            return new Reminder(List.of(Refusal.of("task", reason)), List.of());
        }
    }

    /** Asked twice at once, by a double click or by two managers, the second is told so. */
    @Transactional
    public Reminder remind(String cycle, String taskId, String manager) {
        turns.hold(taskId);
        Optional<OpenTask> found = tasks.find(cycle, taskId);
        if (found.isEmpty()) {
            return Reminder.refused("Việc này không còn mở: đã có người hoàn thành hoặc đã được thu hồi.");
        }
        OpenTask task = found.get();
        Collection<Person> recipients = recipients(task);
        if (recipients.isEmpty()) {
            return Reminder.refused("Chưa có ai trong nhóm được giao việc này để nhắc.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        Map<String, Object> facts = facts(cycle, task, today, manager);
        List<Person> reminded = outbox
                .postNow(recipients.stream()
                        .map(person -> new Mail(
                                "task.reminded",
                                task.id(),
                                Math.toIntExact(today.toEpochDay()),
                                person,
                                "task.reminded",
                                facts))
                        .toList())
                .stream()
                .map(Mail::recipient)
                .toList();
        if (reminded.isEmpty()) {
            return Reminder.refused("Hôm nay đã nhắc về việc này rồi, nên không gửi thêm thư nào.");
        }
        audit.record(AuditEvent.of("task.reminded")
                .by(manager)
                .of(cycle, task.unit())
                .about(task.id())
                .changed(
                        Map.of(),
                        Map.of("reminded", reminded.stream().map(Person::id).toList())));
        return new Reminder(List.of(), reminded.stream().map(Person::name).toList());
    }

    private Collection<Person> recipients(OpenTask task) {
        Map<String, Person> recipients = new LinkedHashMap<>();
        String assignee = task.assignee();
        if (assignee != null) {
            people.find(assignee).ifPresent(person -> recipients.put(person.id(), person));
        } else {
            people.inGroups(task.groups()).values().stream()
                    .flatMap(List::stream)
                    .forEach(person -> recipients.put(person.id(), person));
        }
        return recipients.values();
    }

    private Map<String, Object> facts(String cycle, OpenTask task, LocalDate today, String manager) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", cycle);
        facts.put("task", task.name());
        facts.put("link", Mail.linkToTask(task.id()));
        people.find(manager).ifPresent(person -> facts.put("manager", person.name()));
        Instant due = task.dueAt();
        if (due != null) {
            facts.put("deadline", due);
            int days = calendar.between(LocalDate.ofInstant(due, WorkingCalendar.ZONE), today);
            if (due.isBefore(clock.instant()) && days > 0) {
                facts.put("days", days);
            }
        }
        return facts;
    }
}
