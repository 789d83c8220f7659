package nepsong.reminder;

import java.util.List;
import java.util.Optional;

/** The open tasks of all processes that have a due date. */
public interface DueTasks {

    /** The most urgent first. */
    List<OpenTask> all();

    Optional<OpenTask> find(String id);

    /** Those that are the person's own, or offered to one of the person's groups or to the person. */
    List<OpenTask> of(String person);
}
