package nepsong.crossinspection;

import java.util.List;

/** What speaks against a pair without forbidding it: the higher, the later it is chosen. */
@FunctionalInterface
public interface PairingCost {

    /** Every pair is as good as any other. */
    PairingCost NONE = (inspecting, inspected) -> 0;

    /** The most that one pair may cost. */
    int HIGHEST = 10_000;

    /** Whole points, from 0 to {@link #HIGHEST}. What a loop of three costs besides says {@link #loopOfThree()}. */
    int of(String inspecting, String inspected);

    /** What three units that inspect each other in a loop cost beside their pairs: whole points, from 0 to {@link #HIGHEST}. */
    default int loopOfThree() {
        return 1;
    }

    /** What it is made of, in Vietnamese, the gravest first; empty where there is nothing to say. */
    default List<String> reasons(String inspecting, String inspected) {
        return List.of();
    }
}
