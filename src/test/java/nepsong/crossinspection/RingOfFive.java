package nepsong.crossinspection;

import static nepsong.crossinspection.InspectedPair.INSPECTING;
import static nepsong.crossinspection.InspectedPair.THIRD;
import static nepsong.crossinspection.InspectedPair.UNIT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bloc with room for another unit to inspect in one's place: five units, each inspecting the next. */
final class RingOfFive {

    static final String NEXT = "q-long-bien";
    static final String LAST = "q-cau-giay";
    static final List<Pair> PAIRS = List.of(
            new Pair(INSPECTING, UNIT),
            new Pair(UNIT, THIRD),
            new Pair(THIRD, NEXT),
            new Pair(NEXT, LAST),
            new Pair(LAST, INSPECTING));

    private RingOfFive() {}

    /** The head of the team has approved its pairs. */
    static void begin(InspectedPair pair, Pairings pairings) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put(NEXT, "Quận Long Biên");
        more.put(LAST, "Quận Cầu Giấy");
        pair.begin(more);
        Pairing drawn = new Pairing(pair.cycle(), "khoi-1", 1, 7, 0, List.of(), List.of(), false, false, PAIRS, null);
        pairings.add(drawn);
        pairings.approve(drawn, PAIRS, Map.of(), "headOfTeam", "");
    }
}
