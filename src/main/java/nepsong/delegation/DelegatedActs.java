package nepsong.delegation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Affair;

/** Which tasks a substitute was let into, and what was done on somebody's behalf. */
public interface DelegatedActs {

    /** @param personal the principal held the task alone and is to get it back */
    record Entry(String task, String delegation, boolean personal) {}

    record Act(
            String task,
            String taskName,
            String step,
            String businessKey,
            Affair affair,
            String delegation,
            String principal,
            String substitute,
            Instant at) {}

    void letIn(Entry entry);

    void takenBack(Entry entry);

    List<Entry> entries();

    /** Whose task the substitute does here. */
    Optional<Delegation> behind(String task, String substitute);

    /** The substitute has taken the task; only the trail keeps it. */
    void claimed(Act act);

    void done(Act act);

    /** Of a cycle, or of one unit in it; the newest first. */
    List<Act> of(Affair affair);
}
