package nepsong.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The outbox as the sorter sees it. */
interface NewMails {

    enum Sorting {
        /** Goes out by itself. */
        NOW,
        /** Waits for the one mail of the hour. */
        HOURLY,
        /** Waits for the one mail of the morning. */
        DAILY
    }

    /** A mail that nobody has sorted yet. */
    record NewRow(long id, String person, String template) {}

    /** Waits until no other sorter works, and keeps others waiting until the transaction ends. */
    void takeTurn();

    boolean any();

    /** In the order in which they were queued. */
    List<NewRow> unsorted(int atMost);

    /** How many mails of these templates each person was to be told since then, singly or in the hour's mail. */
    Map<String, Integer> told(Collection<String> persons, Collection<String> templates, Instant since);

    void sort(Collection<Long> ids, Sorting sorting, Instant now);

    /** Waiting mails of everybody who got no gathered mail since then, a person's mails one after the other. */
    List<QueuedMail> waitingForTheHour(Instant since);

    /**
     * Waiting for the morning's mail, a person's mails one after the other.
     *
     * @param always templates that wait for nothing else, whether they were sorted yet or not
     */
    List<QueuedMail> waitingForTheMorning(Collection<String> always);

    /** From now on these are carried by the mail with that key, and share its fate. Sorted is what was not yet. */
    void gather(Collection<Long> ids, String carrierKey);
}
