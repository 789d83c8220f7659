package nepsong.evaluation;

import java.util.Optional;
import nepsong.evaluation.Conference.Minutes;

/** The conferences, one for each version of the report that got so far. */
public interface Conferences {

    Optional<Conference> find(Report report);

    void call(Report report, Conference conference, String user);

    /** Replaces the guests by those of the minutes. */
    void record(Report report, Minutes minutes, String user);
}
