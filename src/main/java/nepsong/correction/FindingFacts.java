package nepsong.correction;

/**
 * What a grade depends on: counts of a unit's findings in a cycle.
 *
 * @param open         not closed yet; breaks ties of ranking
 * @param openCritical critical ones not closed yet (V7)
 * @param repeated     found again after the cycle before, closed or not (V8)
 * @param unanswered   open, and the report that was due has not come ten working days later (V13)
 */
public record FindingFacts(int open, int openCritical, int repeated, int unanswered) {

    public static final FindingFacts NONE = new FindingFacts(0, 0, 0, 0);
}
