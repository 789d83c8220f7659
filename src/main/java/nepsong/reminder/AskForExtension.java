package nepsong.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nepsong.cycle.Refusal;
import nepsong.delegation.StandIns;
import nepsong.engine.OpenTasks;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever holds a task asks for more time. */
@Component
public class AskForExtension {

    private final DueTasks tasks;
    private final Extensions extensions;
    private final ExtensionProcesses processes;
    private final DeadlineTrail trail;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final StandIns standIns;
    private final OpenTasks turns;

    AskForExtension(
            DueTasks tasks,
            Extensions extensions,
            ExtensionProcesses processes,
            DeadlineTrail trail,
            People people,
            WorkingCalendar calendar,
            Clock clock,
            StandIns standIns,
            OpenTasks turns) {
        this.turns = turns;
        this.standIns = standIns;
        this.tasks = tasks;
        this.extensions = extensions;
        this.processes = processes;
        this.trail = trail;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Asked twice, by a double click, it is asked for once and answered the same. */
    @Transactional
    public List<Refusal> ask(String task, String person, LocalDate until, String reason) {
        turns.hold(task);
        Optional<OpenTask> held =
                tasks.of(person).stream().filter(one -> one.id().equals(task)).findFirst();
        if (held.isEmpty()) {
            return List.of(Refusal.of("", "Việc này không còn mở hoặc không phải việc của bạn"));
        }
        OpenTask open = held.get();
        Optional<Extension> before = extensions.about(open);
        if (before.filter(one -> one.asksFor(task, person, until, reason)).isPresent()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Refusal> refusals = obstacles(open, person);
        if (refusals.isEmpty()) {
            refusals = ExtensionPolicy.check(
                    open, until, reason, LocalDate.ofInstant(now, WorkingCalendar.ZONE), calendar);
        }
        if (refusals.isEmpty()) {
            Extension extension = new Extension(
                    UUID.randomUUID().toString(),
                    task,
                    open.name(),
                    open.step(),
                    open.businessKey(),
                    open.affair(),
                    person,
                    now,
                    reason,
                    open.due(),
                    until,
                    null,
                    standIns.principal(task, person).orElse(null));
            extensions.add(extension);
            trail.asked(extension);
            processes.start(extension);
        }
        return refusals;
    }

    /** Why this person gets no more time for the task, whatever they ask for; empty where they may ask. */
    @Transactional(readOnly = true)
    public List<Refusal> obstacles(OpenTask task, String person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        List<Refusal> refusals = new ArrayList<>(
                ExtensionPolicy.obstacles(task, extensions.about(task).isPresent(), today, calendar));
        refusals.addAll(OwnWishPolicy.mayAsk(person, people.inGroup(GrantorPolicy.groupFor(task.step()))));
        return refusals;
    }
}
