package nepsong.correction;

import java.util.Random;

/**
 * Whether a correction is checked again where it was found, or by what was filed about it. Anybody who knows the seed can
 * draw it again.
 */
public record RecheckDraw(long seed, boolean drawn) {

    private static final int ALL = 100;

    /** Of the share that the decision table lays down; a correction that was not enough once is always looked at again. */
    static RecheckDraw of(Finding finding, long seed) {
        boolean drawn = finding.reopened() > 0
                || finding.terms().recheckPercent() == ALL
                || new Random(seed).nextInt(ALL) < finding.terms().recheckPercent();
        return new RecheckDraw(seed, drawn);
    }
}
