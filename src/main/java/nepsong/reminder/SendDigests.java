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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nepsong.engine.DraftProgress;
import nepsong.engine.DraftProgress.Filled;
import nepsong.notification.MailChoices;
import nepsong.notification.MailKind;
import nepsong.notification.MailWay;
import nepsong.notification.PostDigests;
import nepsong.notification.PostDigests.Digest;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one mail of the morning: what is overdue, due today, and due in one, two and five working days; of some steps
 * also what is due later or in between, by a table.
 */
@Component
public class SendDigests {

    private static final int LATE = -1;
    /** Working days that are left when every task is reminded of. */
    private static final Set<Integer> ALWAYS = Set.of(LATE, 0, 1, 2, 5);

    /** Steps that fill in a scorecard: how far they have come is said with them. */
    private static final Set<String> SCORECARDS = Set.of("self-assessment.score-criteria", "cross-inspection.inspect");

    private final DueTasks tasks;
    private final Reminders reminders;
    private final Holders holders;
    private final MailChoices choices;
    private final PostDigests post;
    private final DraftProgress progress;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SendDigests(
            DueTasks tasks,
            Reminders reminders,
            Holders holders,
            MailChoices choices,
            PostDigests post,
            DraftProgress progress,
            WorkingCalendar calendar,
            Clock clock) {
        this.tasks = tasks;
        this.reminders = reminders;
        this.holders = holders;
        this.choices = choices;
        this.post = post;
        this.progress = progress;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param line the task as the mail lists it */
    private record Urgent(Map<String, Object> line, int section) {}

    /** Returns how many mails were queued; none where it was done before on the same day. */
    @Transactional
    public int send() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Map<String, Integer> sectionOf = new HashMap<>();
        Map<LocalDate, Integer> left = new HashMap<>();
        Map<String, Set<Integer>> more = reminders.beside();
        List<OpenTask> urgent = new ArrayList<>();
        for (OpenTask task : tasks.all()) {
            int section = task.due().isBefore(now)
                    ? LATE
                    : left.computeIfAbsent(task.dueOn(), due -> calendar.between(today, due));
            if (ALWAYS.contains(section)
                    || more.getOrDefault(task.step(), Set.of()).contains(section)) {
                urgent.add(task);
                sectionOf.put(task.id(), section);
            }
        }
        Map<String, Filled> filled = progress.of(urgent.stream()
                .filter(task -> SCORECARDS.contains(task.step()))
                .map(OpenTask::id)
                .toList());
        Map<Person, List<OpenTask>> held = holders.of(urgent);
        Map<String, Map<MailKind, MailWay>> chosen =
                choices.chosenBy(held.keySet().stream().map(Person::id).toList());
        List<Digest> digests = new ArrayList<>();
        held.forEach((person, mine) -> digest(
                        person,
                        mine.stream()
                                .map(task -> new Urgent(
                                        line(task, filled.get(task.id())), sectionOf.getOrDefault(task.id(), LATE)))
                                .toList(),
                        chosen.getOrDefault(person.id(), Map.of()).get(MailKind.REMINDER) != MailWay.NEVER)
                .ifPresent(digests::add));
        return post.post(today, digests);
    }

    private static Optional<Digest> digest(Person person, List<Urgent> urgent, boolean reminders) {
        SortedMap<Integer, List<Map<String, Object>>> bySection = urgent.stream()
                .filter(one -> reminders || one.section() == LATE)
                .collect(Collectors.groupingBy(
                        Urgent::section, TreeMap::new, Collectors.mapping(Urgent::line, Collectors.toList())));
        if (bySection.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
        bySection.forEach((left, lines) -> sections.put(title(left), lines));
        return Optional.of(new Digest(
                person, sections, bySection.getOrDefault(LATE, List.of()).size()));
    }

    private static Map<String, Object> line(OpenTask task, @Nullable Filled filled) {
        String progress = filled == null
                ? ""
                : filled.missing() == 0
                        ? ": đã điền đủ " + filled.of() + " tiêu chí, chưa gửi"
                        : ": đã hoàn thành %d%%, còn thiếu %d trên %d tiêu chí"
                                .formatted(filled.percent(), filled.missing(), filled.of());
        return Map.of("name", task.name() + progress, "deadline", task.due(), "link", task.link());
    }

    private static String title(int left) {
        return switch (left) {
            case LATE -> "Quá hạn";
            case 0 -> "Đến hạn hôm nay";
            default -> "Còn " + left + " ngày làm việc";
        };
    }
}
