package nepsong.notification;

/** What stands in every mail of a cycle beside its own words. */
public interface CycleNotes {

    /** Empty where there is none, and for what is no code of a cycle. */
    String of(String cycle);
}
