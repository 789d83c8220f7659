package nepsong.evaluation;

/**
 * A reason why a unit cannot be graded higher, whatever its score.
 *
 * @param code    {@code V1} to {@code V13} from the decision table {@code grade-cap}, or {@link #QUOTA}
 * @param highest the best grade still possible
 * @param reason  in Vietnamese, for the unit
 */
public record Cap(String code, Grade highest, String reason) {

    static final String QUOTA = "QUOTA";

    /** Whether it holds back a unit that has earned this grade; a grade no better than {@link #highest} it leaves as it is. */
    public boolean lowers(Grade earned) {
        return highest.level() < earned.level();
    }

    /** As it is written before the reason: the rules have numbers, the quota has none. */
    public String citation() {
        return code.equals(QUOTA) ? "Hạn mức" : code;
    }
}
