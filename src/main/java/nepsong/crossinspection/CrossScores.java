package nepsong.crossinspection;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the scorecards that the cross-inspection writes: cross, explanation, answer and final. */
public interface CrossScores {

    void writeCross(String cycle, String unit, List<CrossScore> scores);

    /** Notes which rows the unit is asked about. */
    void ask(String cycle, String unit, List<Question> questions);

    /** In the order of the checklist. */
    List<DisputedRow> disputed(String cycle, String unit);

    void writeExplanations(String cycle, String unit, List<Explanation> explanations);

    /** The unit kept silent: it agrees to every row that it was asked about. */
    void agreeToAll(String cycle, String unit);

    void writeAnswers(String cycle, String unit, List<ScoreAnswer> answers);

    void writeSettlements(String cycle, String unit, List<Settlement> settlements);

    /** Final is what was settled, else what was answered, else the cross-score. */
    void writeFinal(String cycle, String unit);

    record Question(String criterion, boolean toHead) {}

    /** @param proposedScore null where the unit stands by its self-score */
    record Explanation(String criterion, boolean agreed, @Nullable String text, @Nullable BigDecimal proposedScore) {}

    /** @param score null where the criterion does not apply */
    record ScoreAnswer(String criterion, String decision, @Nullable BigDecimal score, String reason) {}

    /** @param score null where the criterion does not apply */
    record Settlement(String criterion, @Nullable BigDecimal score, String reason) {}
}
