package nepsong.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence of a task is about.
 *
 * @param unitName as people call the unit
 * @param adds     the kind that whoever holds the task may add, change and remove; null where it may only be looked at
 * @param shows    the kinds that are shown, {@code adds} among them
 * @param topics   what can be proved, in its order
 */
public record EvidencePlace(
        String cycle,
        String unit,
        String unitName,
        @Nullable EvidenceKind adds,
        List<EvidenceKind> shows,
        List<Topic> topics) {

    public EvidencePlace {
        shows = List.copyOf(shows);
        topics = List.copyOf(topics);
        if (adds != null && !shows.contains(adds)) {
            throw new IllegalArgumentException("what is added must be shown: " + adds);
        }
    }

    /**
     * One thing to prove.
     *
     * @param id       code of the criterion, or id of the finding
     * @param name     what people call it: the code
     * @param hint     what proves it, in words; may be empty
     * @param required whether it has to be proved by a file
     */
    public record Topic(String id, String name, String text, String hint, boolean required) {}

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }
}
