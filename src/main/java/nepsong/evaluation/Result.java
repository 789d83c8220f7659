package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.List;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * How a unit came out of a cycle, with everything that led to it.
 *
 * @param selfScore     0 to 100; null where the unit did not score itself
 * @param crossScore    0 to 100; null where it was not inspected
 * @param totalScore    of the settled scores, before bonus and penalty
 * @param gradeByScore  what the final score earns
 * @param adjustedGrade by the appraisers, confirmed by the head of team, in the place of the former; null where that stands
 * @param caps          all reasons why the grade cannot be better
 * @param rank          in its bloc, from 1; equal units share it
 */
public record Result(
        String cycle,
        String unit,
        String bloc,
        @Nullable BigDecimal selfScore,
        @Nullable BigDecimal crossScore,
        BigDecimal totalScore,
        BigDecimal bonus,
        BigDecimal penalty,
        BigDecimal finalScore,
        Grade gradeByScore,
        @Nullable Grade adjustedGrade,
        Grade grade,
        List<Cap> caps,
        int rank) {

    public Result {
        caps = List.copyOf(caps);
    }

    /** What the caps had to lower: the adjusted grade, or else what the score earns. */
    public Grade earned() {
        return adjustedGrade == null ? gradeByScore : adjustedGrade;
    }

    /**
     * That the grade was adjusted and why, in Vietnamese; empty where it was not.
     *
     * @param reason as the appraisers wrote it
     */
    public String adjustment(String reason) {
        return adjustedGrade == null || adjustedGrade == gradeByScore
                ? ""
                : "điều chỉnh từ %s thành %s, Trưởng đoàn đã xác nhận: %s"
                        .formatted(gradeByScore.title(), adjustedGrade.title(), TypedText.withinSentence(reason));
    }

    /** The caps without which the grade might have been better; the others changed nothing. */
    public List<Cap> effectiveCaps() {
        return caps.stream().filter(cap -> cap.lowers(earned())).toList();
    }

    /** The caps that hold and changed nothing. */
    public List<Cap> idleCaps() {
        return caps.stream().filter(cap -> !cap.lowers(earned())).toList();
    }
}
