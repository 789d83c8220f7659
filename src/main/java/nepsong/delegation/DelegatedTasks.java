package nepsong.delegation;

/** The open tasks, as substitutes are let into them. */
public interface DelegatedTasks {

    /** Every substitute has the tasks that they are to have today, and no other. */
    void bringInLine();
}
