package nepsong.engine;

import java.util.Map;
import java.util.Optional;

/** A form whose task is told of in words of its own. Whoever gets a task without such a form is told in the usual ones. */
public interface AssignmentWords {

    /** The id of the form. */
    String key();

    /**
     * Empty where the usual words do. Asked in the transaction that makes the task, for each task once: what it reads,
     * every one of thousands of completions pays for.
     */
    Optional<Wording> words(AssignedTask task);

    /**
     * @param template the mail, {@code <stage>.<occasion>}
     * @param facts    what it takes beside task, unit, cycle, deadline and link, or instead of these
     */
    record Wording(String template, Map<String, ?> facts) {}
}
