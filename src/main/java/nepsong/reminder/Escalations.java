package nepsong.reminder;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Affair;

/** What was reported upwards, and the table that says when. */
public interface Escalations {

    /** To whom a step is reported after so many working days. */
    record Rule(String step, int workingDays, Target target) {}

    List<Rule> rules();

    void add(Collection<Escalation> escalations);

    /** Of these tasks, as {@link #key}. */
    Set<String> known(Collection<String> tasks);

    /** Of a cycle, or of one unit in it; the newest first. */
    List<Escalation> of(Affair affair);

    static String key(Escalation one) {
        return one.task() + " " + one.reason() + " " + one.group() + " " + one.dueOn();
    }
}
