package nepsong.crossinspection;

import java.util.List;
import java.util.Optional;

/** Who inspects whom, as the head of team approved it. */
public interface Pairs {

    /** Of all blocs that are paired, by bloc and in the bloc's order. */
    List<Pair> of(String cycle);

    List<Pair> of(String cycle, String bloc);

    /** The unit that inspects this one. */
    Optional<String> inspecting(String cycle, String inspected);

    /** The units that this one inspects: one, two where it stands in for another, none where another does for it. */
    List<String> inspectedBy(String cycle, String inspecting);

    /** Those of the last two cycles before this one, cycles that were withdrawn left out. */
    List<Pair> beforeCycle(String cycle);
}
