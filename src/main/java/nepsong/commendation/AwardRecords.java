package nepsong.commendation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the unit, the standing office and the City decided about nominations. */
public interface AwardRecords {

    Optional<Confirmation> confirmation(String nomination);

    Optional<AwardDecision> decision(String nomination);

    void add(Confirmation confirmation, String by);

    /** @param reason null where the nomination was taken up */
    void consolidate(String nomination, boolean takenUp, @Nullable String reason, String by);

    void add(AwardDecision decision, String by);

    void add(AwardPublication publication, String by);
}
