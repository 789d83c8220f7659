package nepsong.reminder;

import java.time.Instant;

/** What the engine does for an extension. */
public interface ExtensionProcesses {

    /** Puts the wish before those who may grant it. */
    void start(Extension extension);

    /**
     * Moves the task's due date, and by as many working days what closes its window by itself and what its stage keeps
     * of the deadline. A task that has as much time already keeps it.
     *
     * @return false, and nothing is done, where the task is no longer open
     */
    boolean move(String task, Instant due);
}
