package nepsong.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.notification.MailChoices;
import nepsong.notification.MailKind;
import nepsong.notification.MailWay;
import nepsong.notification.PostDigests;
import nepsong.notification.PostDigests.Digest;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one mail of the morning: what is overdue, due today, and due in one, two and five working days. */
@Component
public class SendDigests {

    private static final int LATE = -1;
    /** Working days that are left, and what the section is called. */
    private static final Map<Integer, String> SECTIONS = sections();

    private final OpenTasks tasks;
    private final Holders holders;
    private final MailChoices choices;
    private final PostDigests post;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SendDigests(
            OpenTasks tasks,
            Holders holders,
            MailChoices choices,
            PostDigests post,
            WorkingCalendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.holders = holders;
        this.choices = choices;
        this.post = post;
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Urgent(OpenTask task, int section) {}

    /** Returns how many mails were queued; none where it was done before on the same day. */
    @Transactional
    public int send() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Map<String, Integer> sectionOf = new HashMap<>();
        Map<LocalDate, Integer> left = new HashMap<>();
        List<OpenTask> urgent = new ArrayList<>();
        for (OpenTask task : tasks.all()) {
            int section = task.due().isBefore(now)
                    ? LATE
                    : left.computeIfAbsent(task.dueOn(), due -> calendar.between(today, due));
            if (SECTIONS.containsKey(section)) {
                urgent.add(task);
                sectionOf.put(task.id(), section);
            }
        }
        Map<Person, List<OpenTask>> held = holders.of(urgent);
        Map<String, Map<MailKind, MailWay>> chosen =
                choices.chosenBy(held.keySet().stream().map(Person::id).toList());
        List<Digest> digests = new ArrayList<>();
        held.forEach((person, mine) -> digest(
                        person,
                        mine.stream()
                                .map(task -> new Urgent(task, sectionOf.getOrDefault(task.id(), LATE)))
                                .toList(),
                        chosen.getOrDefault(person.id(), Map.of()).get(MailKind.REMINDER) != MailWay.NEVER)
                .ifPresent(digests::add));
        return post.post(today, digests);
    }

    private static Optional<Digest> digest(Person person, List<Urgent> urgent, boolean reminders) {
        Map<Integer, List<Map<String, Object>>> bySection = urgent.stream()
                .filter(one -> reminders || one.section() == LATE)
                .collect(Collectors.groupingBy(
                        Urgent::section, Collectors.mapping(one -> line(one.task()), Collectors.toList())));
        if (bySection.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        SECTIONS.forEach((left, title) -> sections.put(title, bySection.getOrDefault(left, List.of())));
        return Optional.of(new Digest(
                person, sections, bySection.getOrDefault(LATE, List.of()).size()));
    }

    private static Map<String, Object> line(OpenTask task) {
        return Map.of("name", task.name(), "deadline", task.due(), "link", task.link());
    }

    private static Map<Integer, String> sections() {
        Map<Integer, String> sections = new LinkedHashMap<>();
        sections.put(LATE, "Quá hạn");
        sections.put(0, "Đến hạn hôm nay");
        sections.put(1, "Còn 1 ngày làm việc");
        sections.put(2, "Còn 2 ngày làm việc");
        sections.put(5, "Còn 5 ngày làm việc");
        return sections;
    }
}
