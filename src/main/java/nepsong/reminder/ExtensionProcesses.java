package nepsong.reminder;

import java.time.Instant;

/** What the engine does for an extension. */
public interface ExtensionProcesses {

    /** Puts the wish before the head of team. */
    void start(Extension extension);

    /**
     * Moves the task's due date, and by as much whatever closes its window by itself. Does nothing, and says so, where
     * the task is no longer open.
     */
    boolean move(String task, Instant due);
}
