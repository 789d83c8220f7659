package nepsong.correction;

import java.util.EnumMap;
import java.util.Map;

/**
 * Which findings of a unit are repeated. By type alone nobody can tell which of three is the one of the cycle before: of each
 * type at most as many count as there were then.
 */
final class RepeatPolicy {

    private final Map<FindingType, Integer> left = new EnumMap<>(FindingType.class);

    private RepeatPolicy(Map<FindingType, Integer> before) {
        left.putAll(before);
    }

    /** What is on record in this cycle already has had its share. */
    static RepeatPolicy of(Findings findings, String cycle, String unit) {
        RepeatPolicy policy = new RepeatPolicy(findings.countsInPreviousCycle(cycle, unit));
        findings.of(cycle, unit).stream().filter(Finding::repeated).forEach(one -> policy.next(one.type()));
        return policy;
    }

    /** Whether the next finding of this type is repeated. */
    boolean next(FindingType type) {
        int count = left.getOrDefault(type, 0);
        left.put(type, count - 1);
        return count > 0;
    }
}
