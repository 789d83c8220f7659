package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** The thresholds of grading, which officials keep in decision tables. */
public interface GradeTables {

    /** @param score 0 to 100 */
    Grade byScore(BigDecimal score);

    /** All caps that hold, in the order of the table. */
    List<Cap> caps(CapFacts facts);
}
