package nepsong.reminder;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Affair;

/** The wishes for more time. */
public interface Extensions {

    Optional<Extension> find(String id);

    /**
     * The wish of this task. What was given back comes again as another task, and is the same work: of the same group, or,
     * where a person has it alone, of that person.
     */
    Optional<Extension> about(OpenTask task);

    /** The newest first. */
    List<Extension> askedBy(String person);

    /** Of a cycle, or of one unit in it; the newest first. */
    List<Extension> of(Affair affair);

    void add(Extension extension);

    void decide(String id, Extension.Decision decision);
}
