package nepsong.evaluation;

import java.util.List;
import java.util.Optional;
import nepsong.evaluation.Conference.FollowUp;
import nepsong.evaluation.Conference.Minutes;

/** The conferences, one for each version of the report that got so far. */
public interface Conferences {

    Optional<Conference> find(Report report);

    /** Empty until it was held. */
    Optional<Minutes> minutes(Report report);

    /** What the newest conference gave to do, in its order; empty until it was held. */
    List<FollowUp> followUps(String cycle);

    void call(Report report, Conference conference, String user);

    /** Replaces the guests by those of the minutes. */
    void record(Report report, Minutes minutes, String user);
}
