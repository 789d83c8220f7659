package nepsong.engine;

import java.time.LocalDate;

/** A form whose stage keeps the deadline of its task as well: more time that is granted counts there too. */
public interface DeadlineFollower {

    /** The id of the form. */
    String key();

    /**
     * The task is due on another day. Asked in the transaction that moves it.
     *
     * @param task with its new deadline
     * @param from the day on which it was due
     */
    void moved(AssignedTask task, LocalDate from, LocalDate to);
}
