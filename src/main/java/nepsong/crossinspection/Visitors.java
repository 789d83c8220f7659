package nepsong.crossinspection;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who goes to a visit, by the ids of their logins.
 *
 * @param participants who inspects
 * @param observer     who watches the inspection for the team and scores nothing; null where nobody does
 */
public record Visitors(List<String> participants, @Nullable String observer) {

    public static final Visitors NOBODY = new Visitors(List.of(), null);

    /** In one order, so that the same people are the same visitors. */
    public Visitors {
        participants = participants.stream().distinct().sorted().toList();
    }

    /** The observer last. */
    public List<String> all() {
        return Stream.concat(participants.stream(), Stream.ofNullable(observer)).toList();
    }

    /** Those who are not among the others, in the same part. */
    Visitors without(Visitors others) {
        return new Visitors(
                participants.stream()
                        .filter(person -> !others.participants.contains(person))
                        .toList(),
                Objects.equals(observer, others.observer) ? null : observer);
    }

    public boolean isNobody() {
        return participants.isEmpty() && observer == null;
    }
}
