package nepsong.reminder;

/** Who may see and do a task beside those it was offered to. */
public interface Sight {

    /** The group may take the task on, like the group that it was offered to. */
    void offer(String task, String group);

    /** Whoever held the task has no account any more: whom it was offered to may take it on again. */
    void release(String task);

    /** The group may open the task and do nothing about it. */
    void show(String task, String group);
}
