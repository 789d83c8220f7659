package nepsong.engine;

import java.util.Map;

/** The adapter of a form that starts a process: what it proposes, and what follows when it is handed in. */
public interface StartForm {

    /** The form's id, which is its file name: {@code inspection-cycle.start}. */
    String key();

    /**
     * What the form proposes to this person: defaults of its fields and options of its lists.
     *
     * @param user the person's id; empty when the system starts the process
     */
    Map<String, Object> open(String user);

    /** What follows a submission; an accepted outcome names the business key. Runs in the starting transaction. */
    Outcome submit(String user, FormData data);
}
