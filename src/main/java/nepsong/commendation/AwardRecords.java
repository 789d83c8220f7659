package nepsong.commendation;

import java.util.Optional;

/** What the unit, the standing office and the City decided about nominations. */
public interface AwardRecords {

    Optional<Confirmation> confirmation(String nomination);

    Optional<AwardDecision> decision(String nomination);

    /** Whether the award was made known with photos. */
    boolean isPhotoPublished(String nomination);

    void add(Confirmation confirmation, String by);

    Optional<Consolidation> consolidation(String nomination);

    void add(Consolidation consolidation, String by);

    void add(AwardDecision decision, String by);

    void add(AwardPublication publication, String by);
}
