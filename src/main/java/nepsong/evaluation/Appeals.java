package nepsong.evaluation;

import java.util.List;
import java.util.Optional;
import nepsong.evaluation.Appeal.Decided;
import nepsong.evaluation.Appeal.Proposal;

/** What the units say to their published results. */
public interface Appeals {

    Optional<Appeal> find(String cycle, String unit);

    /** @throws java.util.NoSuchElementException where the unit did not appeal */
    default Appeal get(String cycle, String unit) {
        return find(cycle, unit).orElseThrow();
    }

    void file(Appeal appeal);

    /** Adds one reviewer's proposals. */
    void review(String cycle, String unit, List<Proposal> proposals);

    /**
     * Final; the decided scores become the appealed ones of the scorecard, beside the settled ones.
     *
     * @param decided empty where the appeal is refused
     */
    void decide(Appeal appeal, String user, List<Decided> decided, String reason);

    /** The unit said that it agrees; one that says nothing is not noted. */
    void accept(String cycle, String unit, String user);
}
