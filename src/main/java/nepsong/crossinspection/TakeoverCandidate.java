package nepsong.crossinspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is asked whether it may take an inspection over.
 *
 * @param objection why it may not, in Vietnamese; null where it may
 * @param warnings  Vietnamese sentences that do not forbid it
 */
public record TakeoverCandidate(String unit, String name, @Nullable String objection, List<String> warnings) {

    public TakeoverCandidate {
        warnings = List.copyOf(warnings);
    }

    public boolean isPossible() {
        return objection == null;
    }
}
