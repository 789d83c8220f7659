package nepsong.evaluation;

/**
 * A reason why a unit cannot be graded higher, whatever its score.
 *
 * @param code    {@code V1} to {@code V13} from the decision table {@code grade-cap}, or {@code QUOTA}
 * @param highest the best grade still possible
 * @param reason  in Vietnamese, for the unit
 */
public record Cap(String code, Grade highest, String reason) {}
