package nepsong.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.Escalation.Reason;
import nepsong.reminder.Escalations.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports what is overdue to those whom the table names, and gives a task whose role has nobody in it to the leader of
 * that role. Nothing is taken from whoever holds a task.
 */
@Component
public class EscalateOverdue {

    /** A ballot is nobody else's, and the vote does not wait for it. */
    private static final String VOTE = "commendation.vote";

    private final DueTasks tasks;
    private final Escalations escalations;
    private final Holders holders;
    private final EscalationMails mails;
    private final DeadlineTrail trail;
    private final Sight sight;
    private final WorkingCalendar calendar;
    private final Clock clock;

    EscalateOverdue(
            DueTasks tasks,
            Escalations escalations,
            Holders holders,
            EscalationMails mails,
            DeadlineTrail trail,
            Sight sight,
            WorkingCalendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.escalations = escalations;
        this.holders = holders;
        this.mails = mails;
        this.trail = trail;
        this.sight = sight;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Said again, it reports only what has become due since. Returns what was reported. */
    @Transactional
    public List<Escalation> escalate() {
        Instant now = clock.instant();
        List<OpenTask> open = tasks.all();
        List<Escalation> due = new ArrayList<>(overdue(open, now));
        Map<String, List<Person>> members = holders.members(groups(open, due));
        due.addAll(unattended(left(open), members, now));
        Set<String> known =
                escalations.known(due.stream().map(Escalation::task).distinct().toList());
        List<Escalation> fresh = new ArrayList<>();
        Set<String> seen = new HashSet<>(known);
        for (Escalation one : due) {
            Escalation reached = reached(one, members);
            if (seen.add(Escalations.key(reached))) {
                fresh.add(reached);
            }
        }
        escalations.add(fresh);
        fresh.forEach(trail::escalated);
        show(fresh);
        mails.tell(fresh, open, members);
        return fresh;
    }

    private List<Escalation> overdue(List<OpenTask> open, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Map<String, List<Rule>> rules = escalations.rules().stream().collect(Collectors.groupingBy(Rule::step));
        Map<LocalDate, Integer> late = new HashMap<>();
        List<Escalation> overdue = new ArrayList<>();
        for (OpenTask task : open) {
            int days = task.due().isBefore(now)
                    ? late.computeIfAbsent(task.dueOn(), due -> calendar.between(due, today))
                    : 0;
            for (Rule rule : rules.getOrDefault(task.step(), List.of())) {
                if (days >= rule.workingDays()) {
                    rule.target()
                            .groupFor(task)
                            .ifPresent(group -> overdue.add(escalation(task, Reason.OVERDUE, group, days, now)));
                }
            }
        }
        return overdue;
    }

    /** The tasks that no person has for themselves; whoever has no account any more has none. */
    private List<OpenTask> left(List<OpenTask> open) {
        Set<String> known = holders.known(
                open.stream().flatMap(task -> task.persons().stream()).toList());
        List<OpenTask> left = open.stream()
                .filter(task -> !task.step().equals(VOTE))
                .filter(task -> task.persons().stream().noneMatch(known::contains))
                .toList();
        left.stream().filter(task -> task.assignee() != null).forEach(task -> sight.release(task.id()));
        return left;
    }

    private static List<Escalation> unattended(List<OpenTask> left, Map<String, List<Person>> members, Instant now) {
        return left.stream()
                .filter(task -> task.groups().stream().allMatch(group -> isEmpty(group, members)))
                .map(task -> escalation(
                        task,
                        Reason.UNATTENDED,
                        Target.leaderOf(task.groups().stream().findFirst().orElse("")),
                        0,
                        now))
                .toList();
    }

    /** Where the one to be told is nobody either, the next above is. */
    private static Escalation reached(Escalation one, Map<String, List<Person>> members) {
        String group = one.group();
        while (isEmpty(group, members) && !group.equals(Target.leaderOf(group))) {
            group = Target.leaderOf(group);
        }
        return new Escalation(
                one.task(),
                one.taskName(),
                one.step(),
                one.businessKey(),
                one.affair(),
                one.reason(),
                group,
                one.workingDays(),
                one.dueOn(),
                one.at());
    }

    private void show(List<Escalation> fresh) {
        for (Escalation one : fresh) {
            if (one.reason() == Reason.UNATTENDED) {
                sight.offer(one.task(), one.group());
            } else if (one.group().startsWith("headAt")) {
                sight.show(one.task(), one.group());
            }
        }
    }

    private static Collection<String> groups(List<OpenTask> open, List<Escalation> due) {
        Set<String> groups = new HashSet<>(
                Set.of(Groups.STANDING_OFFICE, Groups.HEAD_OF_TEAM, Groups.DEPARTMENT_LEADERS, Groups.AWARD_OFFICE));
        open.forEach(task -> task.groups().forEach(group -> {
            groups.add(group);
            groups.add(Target.leaderOf(group));
        }));
        due.forEach(one -> groups.add(one.group()));
        return groups;
    }

    private static boolean isEmpty(String group, Map<String, List<Person>> members) {
        return members.getOrDefault(group, List.of()).isEmpty();
    }

    private static Escalation escalation(OpenTask task, Reason reason, String group, int days, Instant now) {
        return new Escalation(
                task.id(),
                task.name(),
                task.step(),
                task.businessKey(),
                task.affair(),
                reason,
                group,
                days,
                task.dueOn(),
                now);
    }
}
