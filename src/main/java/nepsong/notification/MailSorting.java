package nepsong.notification;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.notification.NewMails.NewRow;
import nepsong.notification.NewMails.Sorting;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sorts what was queued, before any of it is sent: how its recipient wants it, and never a storm. Whoever is given more
 * tasks than a handful within an hour gets them in one mail, at most once an hour. None of this burdens the
 * transactions that queue mails.
 */
@Component
class MailSorting {

    static final int SINGLE_ASSIGNMENTS_AN_HOUR = 10;
    static final Duration BETWEEN_GATHERED_MAILS = Duration.ofHours(1);

    private static final int AT_A_TIME = 1_000;
    private static final Set<String> STORMY = MailKind.ASSIGNMENT.templates();

    private final NewMails mails;
    private final MailChoices choices;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailSorting(NewMails mails, MailChoices choices, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.mails = mails;
        this.choices = choices;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    void sort() {
        if (mails.any()) {
            sortAll();
            transaction.executeWithoutResult(status -> gatherForTheHour());
            sortAll();
        }
    }

    private void sortAll() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sortSome()));
        }
    }

    private boolean sortSome() {
        mails.takeTurn();
        List<NewRow> rows = mails.unsorted(AT_A_TIME);
        if (rows.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Set<String> persons = rows.stream().map(NewRow::person).collect(Collectors.toSet());
        Map<String, Map<MailKind, MailWay>> chosen = choices.chosenBy(persons);
        Set<String> flooded = flooded(rows, now);
        Map<Sorting, List<Long>> sorted = new EnumMap<>(Sorting.class);
        for (NewRow row : rows) {
            sorted.computeIfAbsent(sorting(row, chosen, flooded), sorting -> new ArrayList<>())
                    .add(row.id());
        }
        sorted.forEach((sorting, ids) -> mails.sort(ids, sorting, now));
        return rows.size() == AT_A_TIME;
    }

    private static Sorting sorting(NewRow row, Map<String, Map<MailKind, MailWay>> chosen, Set<String> flooded) {
        if (MailKind.way(row.template(), chosen.getOrDefault(row.person(), Map.of())) == MailWay.DAILY) {
            return Sorting.DAILY;
        }
        return STORMY.contains(row.template()) && flooded.contains(row.person()) ? Sorting.HOURLY : Sorting.NOW;
    }

    private Set<String> flooded(List<NewRow> rows, Instant now) {
        Map<String, Long> fresh = rows.stream()
                .filter(row -> STORMY.contains(row.template()))
                .collect(groupingBy(NewRow::person, Collectors.counting()));
        Map<String, Integer> before = mails.told(fresh.keySet(), STORMY, now.minus(BETWEEN_GATHERED_MAILS));
        return fresh.keySet().stream()
                .filter(person ->
                        fresh.getOrDefault(person, 0L) + before.getOrDefault(person, 0) > SINGLE_ASSIGNMENTS_AN_HOUR)
                .collect(Collectors.toSet());
    }

    private void gatherForTheHour() {
        mails.takeTurn();
        Instant now = clock.instant();
        byPerson(mails.waitingForTheHour(now.minus(BETWEEN_GATHERED_MAILS))).forEach((person, waiting) -> {
            Person recipient = recipient(waiting.get(0));
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("count", waiting.size());
            facts.put("news", waiting.stream().map(MailSorting::line).toList());
            Mail gathered = new Mail("mail.gathered", now.toString(), recipient, "task.gathered", facts);
            outbox.postNow(List.of(gathered));
            mails.gather(ids(waiting), gathered.key());
        });
    }

    /** What the morning's mails are to carry beside the tasks, by person. */
    Map<String, List<QueuedMail>> waitingForTheMorning() {
        return byPerson(mails.waitingForTheMorning(MailKind.OVERDUE.templates()));
    }

    void carry(Collection<QueuedMail> waiting, Mail carrier) {
        mails.gather(ids(waiting), carrier.key());
    }

    /** Subject, deadline and link of a mail, as another mail lists it. */
    static Map<String, Object> line(QueuedMail mail) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", mail.subject().replaceFirst("^\\[[^]]*]\\s*", ""));
        for (String fact : List.of("deadline", "link")) {
            Object value = mail.facts().get(fact);
            if (value != null) {
                line.put(fact, value);
            }
        }
        return line;
    }

    static Person recipient(QueuedMail mail) {
        return new Person(mail.person(), mail.name(), mail.address(), "", "", null, null);
    }

    private static List<Long> ids(Collection<QueuedMail> mails) {
        return mails.stream().map(QueuedMail::id).toList();
    }

    private static Map<String, List<QueuedMail>> byPerson(List<QueuedMail> mails) {
        return mails.stream().collect(groupingBy(QueuedMail::person, LinkedHashMap::new, Collectors.toList()));
    }
}
