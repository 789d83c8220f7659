package nepsong.reminder;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import nepsong.delegation.DelegatedActs;
import nepsong.delegation.Delegation;
import nepsong.notification.Mail;
import nepsong.notification.Outbox;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may grants more time, or does not. */
@Component
public class DecideExtension {

    private final Extensions extensions;
    private final ExtensionProcesses processes;
    private final DeadlineTrail trail;
    private final Outbox outbox;
    private final DelegatedActs acts;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DecideExtension(
            Extensions extensions,
            ExtensionProcesses processes,
            DeadlineTrail trail,
            Outbox outbox,
            DelegatedActs acts,
            People people,
            WorkingCalendar calendar,
            Clock clock) {
        this.extensions = extensions;
        this.processes = processes;
        this.trail = trail;
        this.outbox = outbox;
        this.acts = acts;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param granted whether there is more time now */
    public record Verdict(List<Refusal> refusals, boolean granted) {

        public Verdict {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A task that was done in the meantime needs no more time: then nothing is granted.
     *
     * @param task in which the person decides
     */
    @Transactional
    public Verdict decide(String id, String task, String person, boolean approved, @Nullable String reason) {
        Extension extension = extensions.find(id).orElseThrow();
        List<Refusal> refusals = OwnWishPolicy.mayDecide(
                extension, person, acts.behind(task, person).map(Delegation::principal));
        if (!refusals.isEmpty()) {
            return new Verdict(refusals, false);
        }
        boolean granted = approved && processes.move(extension.task(), calendar.dueAt(extension.until()));
        String answer = approved && !granted ? "Việc đã được làm xong trước khi quyết định gia hạn" : reason;
        Extension.Decision decision = new Extension.Decision(granted, answer, person, clock.instant());
        extensions.decide(id, decision);
        trail.decided(extension, decision);
        people.find(extension.requestedBy()).ifPresent(asked -> {
            Map<String, Object> facts = new HashMap<>();
            facts.put("cycle", extension.affair().cycle());
            facts.put("task", extension.taskName());
            facts.put("oldDeadline", extension.oldDay());
            facts.put("deadline", granted ? extension.until() : extension.oldDay());
            // What somebody wrote stays behind the link.
            facts.put("link", granted ? Mail.linkToTask(extension.task()) : "/extensions");
            if (answer != null) {
                facts.put("reasonGiven", true);
            }
            outbox.post(new Mail(
                    "extension.decided", id, asked, granted ? "extension.granted" : "extension.refused", facts));
        });
        return new Verdict(List.of(), granted);
    }
}
