package nepsong.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One mail a day and person: their tasks, and whatever else they get in the morning. */
@Component
public class PostDigests {

    private final Outbox outbox;
    private final MailSorting sorting;

    PostDigests(Outbox outbox, MailSorting sorting) {
        this.outbox = outbox;
        this.sorting = sorting;
    }

    /**
     * A person's tasks by section, sections in the order in which they are to be read.
     *
     * @param sections title, and its tasks as maps of {@code name}, {@code deadline}, {@code link}
     * @param late     how many of the tasks are overdue
     */
    public record Digest(Person person, Map<String, List<Map<String, Object>>> sections, int late) {}

    /**
     * Said twice for a day, it is done once; what came to wait in between is for the next morning. Returns how many
     * mails were queued.
     */
    @Transactional
    public int post(LocalDate day, Collection<Digest> digests) {
        Map<String, List<QueuedMail>> waiting = sorting.waitingForTheMorning();
        Map<String, Digest> byPerson = new LinkedHashMap<>();
        digests.forEach(digest -> byPerson.put(digest.person().id(), digest));
        waiting.forEach((person, mails) ->
                byPerson.computeIfAbsent(person, id -> new Digest(MailSorting.recipient(mails.get(0)), Map.of(), 0)));
        List<Mail> mails = new ArrayList<>();
        byPerson.forEach((person, digest) -> mails.add(mail(day, digest, waiting.getOrDefault(person, List.of()))));
        List<Mail> queued = outbox.postNow(mails);
        queued.stream()
                .filter(mail -> waiting.containsKey(mail.recipient().id()))
                .forEach(mail ->
                        sorting.carry(waiting.getOrDefault(mail.recipient().id(), List.of()), mail));
        return queued.size();
    }

    /** What a waiting mail lists in sections of its own is read with the tasks; of the others, what they are about. */
    private static Mail mail(LocalDate day, Digest digest, List<QueuedMail> waiting) {
        List<Map<?, ?>> sections = new ArrayList<>();
        digest.sections().forEach((title, tasks) -> sections.add(Map.of("title", title, "tasks", tasks)));
        int own = count(sections);
        waiting.forEach(mail -> sections.addAll(sections(mail)));
        int count = count(sections);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", count);
        int late = digest.late() + count - own;
        facts.put("late", late);
        facts.put("lateText", late == 0 ? "" : ", " + late + " quá hạn");
        facts.put(
                "sections",
                sections.stream().filter(section -> !tasks(section).isEmpty()).toList());
        facts.put(
                "news",
                waiting.stream()
                        .filter(mail -> sections(mail).isEmpty())
                        .map(MailSorting::line)
                        .toList());
        facts.put("link", "/camunda/app/tasklist/default/");
        return new Mail("task.digest", day.toString(), digest.person(), "task.digest", facts);
    }

    private static List<Map<?, ?>> sections(QueuedMail mail) {
        List<Map<?, ?>> sections = new ArrayList<>();
        if (mail.facts().get("sections") instanceof List<?> listed) {
            listed.forEach(section -> {
                if (section instanceof Map<?, ?> one) {
                    sections.add(one);
                }
            });
        }
        return sections;
    }

    private static List<?> tasks(Map<?, ?> section) {
        return section.get("tasks") instanceof List<?> tasks ? tasks : List.of();
    }

    private static int count(List<Map<?, ?>> sections) {
        return sections.stream().mapToInt(section -> tasks(section).size()).sum();
    }
}
