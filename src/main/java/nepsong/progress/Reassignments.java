package nepsong.progress;

import java.util.List;
import nepsong.cycle.Refusal;

/** The engine's side of giving a task to somebody else. */
public interface Reassignments {

    /** As the manager: the engine lets only members of the task's groups have it. Returns its refusals. */
    List<Refusal> give(String task, String person, String manager);
}
