package nepsong.crossinspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attempts to pair a bloc. A user is the id of a person, or empty when the system acted. */
public interface Pairings {

    /** The newest attempt of the bloc. */
    Optional<Pairing> latest(String cycle, String bloc);

    /** The approved ones, by bloc. */
    List<Pairing> approved(String cycle);

    /** Why the head of team returned the attempt before the newest one; empty for a first attempt. */
    String returnReason(String cycle, String bloc);

    void add(Pairing pairing);

    void giveBack(Pairing pairing, String user, String reason);

    /**
     * @param pairs         as approved
     * @param swapReasons   by inspected unit, for the pairs that differ from those drawn
     * @param relaxationReason empty where no rule gave way
     */
    void approve(
            Pairing drawn, List<Pair> pairs, Map<String, String> swapReasons, String user, String relaxationReason);
}
