package nepsong.notification;

import java.util.Map;
import nepsong.organisation.Person;

/**
 * What one person is to be told, once. Event, subject, recipient and generation are the mail's key: the same key is
 * never queued twice.
 *
 * @param event      what happened, {@code <stage>.<past fact>}
 * @param about      id of the task, cycle or file that it happened to
 * @param generation counts up where the same is told again on purpose, e.g. a task that was returned
 * @param template   {@code <stage>.<occasion>}, the name of the files under {@code mail/}
 * @param facts      what the template names: texts, numbers, dates, lists and maps of these. {@code link} is a path of
 *                   ours, e.g. that of {@link #linkToTask}. Nulls are left out. No score and no personal detail
 */
public record Mail(
        String event, String about, int generation, Person recipient, String template, Map<String, ?> facts) {

    public Mail {
        if (event.isBlank() || about.isBlank() || !template.matches("[a-z][a-z-]*\\.[a-z][a-z-]*")) {
            throw new IllegalArgumentException("not a mail: " + event + " about " + about + " with " + template);
        }
        if (key(event, about, generation, recipient).length() > 400) {
            throw new IllegalArgumentException("a mail's key has at most 400 characters: " + about);
        }
    }

    public Mail(String event, String about, Person recipient, String template, Map<String, ?> facts) {
        this(event, about, 0, recipient, template, facts);
    }

    /** The path that opens a task in Tasklist, for the fact {@code link}. */
    public static String linkToTask(String task) {
        return "/camunda/app/tasklist/default/#/?task=" + task;
    }

    public String key() {
        return key(event, about, generation, recipient);
    }

    private static String key(String event, String about, int generation, Person recipient) {
        return event + "/" + about + "/" + recipient.id() + "/" + generation;
    }
}
