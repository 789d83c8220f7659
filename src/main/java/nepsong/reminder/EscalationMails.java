package nepsong.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * The head of a unit gets one mail for all its tasks that became late, everybody above one for all steps; the morning's
 * mail carries both. What is reported is never reported again, so a second mail on a day, if there is one, tells of
 * other tasks.
 */
@Component
class EscalationMails {

    /** Working days within which the head of the unit is asked to see to it. */
    private static final int GRACE = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

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
        Map<Person, Map<String, Escalation>> heads = new LinkedHashMap<>();
        Map<Person, Map<String, Escalation>> above = new LinkedHashMap<>();
        List<Mail> mails = new ArrayList<>();
        for (Escalation one : fresh) {
            OpenTask task = tasks.get(one.task());
            for (Person person : members.getOrDefault(one.group(), List.of())) {
                if (one.reason() == Reason.OVERDUE) {
                    (one.group().startsWith("headAt") ? heads : above)
                            .computeIfAbsent(person, told -> new LinkedHashMap<>())
                            .putIfAbsent(one.task(), one);
                } else if (task != null) {
                    mails.add(unattended(one, task, person));
                }
            }
        }
        heads.forEach((person, late) -> mails.add(toHead(person, List.copyOf(late.values()))));
        if (!above.isEmpty()) {
            Map<String, String> titles = cycles.deadlines("").stream()
                    .collect(Collectors.toMap(Cycles.StepDeadline::step, Cycles.StepDeadline::title));
            above.forEach((person, late) -> mails.add(toThoseAbove(person, List.copyOf(late.values()), titles)));
        }
        outbox.postAll(mails);
    }

    private static Mail unattended(Escalation one, OpenTask task, Person person) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("cycle", task.affair().cycle());
        facts.put("task", task.name());
        facts.put("deadline", task.due());
        facts.put("link", task.link());
        facts.put("role", String.join(", ", task.groups()));
        return new Mail("task.unattended", one.task() + "/" + one.dueOn(), person, "task.unattended", facts);
    }

    private Mail toHead(Person person, List<Escalation> late) {
        Escalation latest =
                late.stream().max(Comparator.comparing(Escalation::workingDays)).orElseThrow();
        LocalDate until = calendar.plus(today(), GRACE);
        Map<String, Object> facts = facts(
                late,
                one -> "Việc quá hạn của đơn vị%s, đề nghị chỉ đạo hoàn thành trước %s"
                        .formatted(inCycle(one), DAY.format(until)),
                one -> Mail.linkToTask(one.task()));
        facts.put("task", latest.taskName() + (late.size() == 1 ? "" : " và " + (late.size() - 1) + " việc khác"));
        facts.put("days", latest.workingDays());
        facts.put("newDeadline", until);
        facts.put("link", late.size() == 1 ? Mail.linkToTask(latest.task()) : TASKLIST);
        return mail("task.overdue", late, person, facts);
    }

    private Mail toThoseAbove(Person person, List<Escalation> late, Map<String, String> titles) {
        Map<String, Object> facts = facts(
                late,
                one -> "Quá hạn tại bước %s%s".formatted(titles.getOrDefault(one.step(), one.step()), inCycle(one)),
                EscalationMails::whereToLook);
        facts.put("count", counted(late));
        Set<String> links = late.stream().map(EscalationMails::whereToLook).collect(Collectors.toSet());
        facts.put("link", links.size() == 1 ? links.iterator().next() : "/");
        return mail("task.overdue-list", late, person, facts);
    }

    /** Units, as the reader is to lead them; the tasks where those are nobody's unit's. */
    private static String counted(List<Escalation> late) {
        long units = late.stream()
                .map(one -> one.affair().unit())
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .count();
        return units == 0 ? late.size() + " việc" : units + " đơn vị";
    }

    private static Map<String, Object> facts(
            List<Escalation> late, Function<Escalation, String> title, Function<Escalation, String> link) {
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        Map<String, String> cycleOfSection = new HashMap<>();
        for (Escalation one : late) {
            cycleOfSection.put(title.apply(one), cycleOf(one));
            sections.computeIfAbsent(title.apply(one), words -> new ArrayList<>())
                    .add(Map.of(
                            "name",
                            "%s: quá hạn %d ngày làm việc".formatted(one.taskName(), one.workingDays()),
                            "deadline",
                            one.dueOn(),
                            "link",
                            link.apply(one)));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "sections",
                sections.entrySet().stream()
                        .map(section -> Map.of(
                                "title", section.getKey(),
                                "cycle", cycleOfSection.getOrDefault(section.getKey(), ""),
                                "tasks", section.getValue()))
                        .toList());
        List<String> concerned = late.stream()
                .map(EscalationMails::cycleOf)
                .filter(cycle -> !cycle.isEmpty())
                .distinct()
                .toList();
        facts.put("cycle", String.join(", ", concerned));
        return facts;
    }

    /** The award office works in its inbox; the others see the whole cycle, where it is one's. */
    private static String whereToLook(Escalation one) {
        return one.group().equals(Groups.AWARD_OFFICE) || cycleOf(one).isEmpty()
                ? TASKLIST
                : "/progress/" + cycleOf(one);
    }

    private static String inCycle(Escalation one) {
        return cycleOf(one).isEmpty() ? "" : ", kỳ " + cycleOf(one);
    }

    private Mail mail(String template, List<Escalation> late, Person person, Map<String, Object> facts) {
        String about = today() + "/" + late.get(0).task();
        return new Mail(template, about, person, template, facts);
    }

    private static String cycleOf(Escalation one) {
        return one.affair().cycle();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }
}
