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

/** One mail a day and person: their tasks, and whatever else they asked to get in the morning. */
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
    public record Digest(Person person, Map<String, List<Map<String, Object>>> sections, int late) {

        int count() {
            return sections.values().stream().mapToInt(List::size).sum();
        }
    }

    /** Said twice for a day, it is done once. Returns how many mails were queued. */
    @Transactional
    public int post(LocalDate day, Collection<Digest> digests) {
        Map<String, List<QueuedMail>> waiting = sorting.waitingForTheMorning();
        Map<String, Digest> byPerson = new LinkedHashMap<>();
        digests.forEach(digest -> byPerson.put(digest.person().id(), digest));
        waiting.forEach((person, mails) ->
                byPerson.computeIfAbsent(person, id -> new Digest(MailSorting.recipient(mails.get(0)), Map.of(), 0)));
        List<Mail> mails = new ArrayList<>();
        byPerson.forEach((person, digest) -> mails.add(mail(day, digest, waiting.getOrDefault(person, List.of()))));
        outbox.postAll(mails);
        mails.stream()
                .filter(mail -> waiting.containsKey(mail.recipient().id()))
                .forEach(mail ->
                        sorting.carry(waiting.getOrDefault(mail.recipient().id(), List.of()), mail));
        return mails.size();
    }

    private static Mail mail(LocalDate day, Digest digest, List<QueuedMail> waiting) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", digest.count());
        facts.put("late", digest.late());
        facts.put(
                "sections",
                digest.sections().entrySet().stream()
                        .filter(section -> !section.getValue().isEmpty())
                        .map(section -> Map.of("title", section.getKey(), "tasks", section.getValue()))
                        .toList());
        facts.put("news", waiting.stream().map(MailSorting::line).toList());
        facts.put("link", "/camunda/app/tasklist/default/");
        return new Mail("task.digest", day.toString(), digest.person(), "task.digest", facts);
    }
}
