package nepsong.reminder;

import java.util.List;
import java.util.Optional;

/** The wishes for more time. */
public interface Extensions {

    Optional<Extension> find(String id);

    /** The wish of this task. A finding that was reopened is reported on in another task, and is the same finding. */
    Optional<Extension> about(OpenTask task);

    /** The newest first. */
    List<Extension> askedBy(String person);

    /** Of a cycle, or of one unit in it, e.g. {@code 2023/q-ba-dinh}; the newest first. */
    List<Extension> below(String businessKey);

    void add(Extension extension);

    void decide(String id, Extension.Decision decision);
}
