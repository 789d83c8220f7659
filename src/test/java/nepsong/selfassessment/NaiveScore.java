package nepsong.selfassessment;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nepsong.catalogue.Criterion;

/** The scoring rules a second time, in whole quarters and whole numbers only, to compare with. */
final class NaiveScore {

    private NaiveScore() {}

    /** In hundredths of a percent. */
    static int set(List<Criterion> criteria, List<Answer> answers) {
        long reached = 0;
        long possible = 0;
        for (Criterion criterion : criteria) {
            long quarters = quarters(criterion, answers);
            if (quarters >= 0) {
                reached += quarters;
            }
            if (quarters != -1) {
                possible += criterion.max().doubleValue() * 4;
            }
        }
        return percent(reached, possible);
    }

    static Map<String, Integer> groups(List<Criterion> criteria, List<Answer> answers) {
        Map<String, Integer> groups = new TreeMap<>(Comparator.naturalOrder());
        for (String group : List.of("A", "B", "C", "D", "E", "F")) {
            List<Criterion> members =
                    criteria.stream().filter(one -> one.group().equals(group)).toList();
            if (members.stream().anyMatch(one -> quarters(one, answers) != -1)) {
                groups.put(group, set(members, answers));
            }
        }
        return groups;
    }

    /** −1 where it is left out; 0 for whatever is not exactly one good answer. */
    private static long quarters(Criterion criterion, List<Answer> answers) {
        Answer only = null;
        for (Answer answer : answers) {
            if (answer.criterion().equals(criterion.code())) {
                if (only != null) {
                    return 0;
                }
                only = answer;
            }
        }
        if (only == null) {
            return 0;
        }
        if (only.notApplicable()) {
            boolean good = criterion.notApplicableRule() != null
                    && only.reason() != null
                    && only.reason().trim().length() >= 20;
            return good ? -1 : 0;
        }
        if (only.score() == null) {
            return 0;
        }
        double quarters = only.score().doubleValue() * 4;
        boolean exact = only.score().signum() == 0 || quarters >= 1;
        boolean good = exact
                && quarters >= 0
                && quarters <= criterion.max().doubleValue() * 4
                && quarters == Math.rint(quarters);
        return good ? (long) quarters : 0;
    }

    /** Half-up: the whole part of (20,000 × reached + possible) ÷ (2 × possible). */
    private static int percent(long reached, long possible) {
        if (possible == 0) {
            return 0;
        }
        BigInteger twice = BigInteger.valueOf(2 * possible);
        return BigInteger.valueOf(20_000)
                .multiply(BigInteger.valueOf(reached))
                .add(BigInteger.valueOf(possible))
                .divide(twice)
                .intValueExact();
    }
}
