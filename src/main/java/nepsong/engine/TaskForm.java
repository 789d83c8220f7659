package nepsong.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of one form of a user task: what the form shows when it opens, and what follows when it is handed in.
 * The database tables are the truth and the form is a view of them: nothing that is shown or typed becomes a process
 * variable, except what {@link Outcome} names for the flow.
 */
public interface TaskForm {

    /** The form's id, which is its file name: {@code self-assessment.score-criteria}. */
    String key();

    /**
     * What the form shows, as far as a submission is read against it. Keys are those that the form declares as fields, as
     * lists of options ({@link Option}) or reads in its expressions. Values: text, numbers, booleans, dates, options, rows
     * as lists of maps; what costs something to propose is given {@link #unlessSent}.
     */
    Map<String, Object> open(FormTask task);

    /**
     * A proposal for a field that people fill in, of the form or of a row, or for a list to which they add rows: worked
     * out when somebody sees the form or did not send it. Whoever hands in what they typed does not wait for what would have been proposed.
     */
    default Supplier<@Nullable Object> unlessSent(Supplier<@Nullable Object> proposal) {
        return proposal;
    }

    /**
     * What the form shows beside it, in its texts and tables alone. No field, option or condition of the form may need
     * it: it is not read again when the form is handed in.
     */
    default Map<String, Object> show(FormTask task) {
        return Map.of();
    }

    /**
     * Why whoever opens it may not do the task, in Vietnamese; empty when they may. The form shows it as {@code objection},
     * and such a person cannot take the task on. Read again when it is handed in: what is true then counts.
     */
    default Optional<String> objection(FormTask task) {
        return Optional.empty();
    }

    /** Whether it shows scores or grades of more than one unit: then it is written down who opens it. */
    default boolean showsManyUnits() {
        return false;
    }

    /** Whether what is typed may be kept before it is handed in; not where nothing may lead from a person to it. */
    default boolean keepsDrafts() {
        return true;
    }

    /**
     * What follows a submission that the form's own constraints have already let through. Runs in the transaction that
     * completes the task: a refusal leaves everything as it was, and the person keeps what was typed.
     */
    Outcome submit(FormTask task, FormData data);
}
