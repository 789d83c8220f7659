package nepsong.evaluation;

import java.util.List;
import java.util.Optional;
import nepsong.evaluation.Appeal.Contested;

/** What the units say to their published results. */
public interface Appeals {

    Optional<Appeal> find(String cycle, String unit);

    /** @throws java.util.NoSuchElementException where the unit did not appeal */
    default Appeal get(String cycle, String unit) {
        return find(cycle, unit).orElseThrow();
    }

    void file(Appeal appeal);

    /** Writes the reviewer's proposals. */
    void review(String cycle, String unit, String user, List<Contested> proposals);

    /** Final; where it is approved the proposals become the appealed scores of the scorecard, beside the settled ones. */
    void decide(Appeal appeal, String user, boolean approved, String reason);

    /** The unit said that it agrees; one that says nothing is not noted. */
    void accept(String cycle, String unit, String user);
}
