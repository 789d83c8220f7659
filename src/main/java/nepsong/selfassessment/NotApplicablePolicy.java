package nepsong.selfassessment;

import java.math.BigDecimal;
import java.text.Normalizer;
import nepsong.catalogue.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * When a criterion may be left out of the maximum. The decision table {@code na-approval} is asked with these thresholds
 * and has none of its own.
 */
public final class NotApplicablePolicy {

    /** Points of one set that may be left out without asking anybody. */
    public static final BigDecimal POINTS_WITHOUT_APPROVAL = BigDecimal.valueOf(20);

    /** Characters, without the blanks around them. */
    public static final int SHORTEST_REASON = 20;

    private NotApplicablePolicy() {}

    /** @param pointsLeftOut the maxima of all criteria of the set that are left out, this one included */
    public static NaApproval decide(Criterion criterion, @Nullable String reason, BigDecimal pointsLeftOut) {
        if (!criterion.mayBeNotApplicable()) {
            return NaApproval.NOT_ALLOWED;
        }
        if (length(reason) < SHORTEST_REASON) {
            return NaApproval.REASON_TOO_SHORT;
        }
        return pointsLeftOut.compareTo(POINTS_WITHOUT_APPROVAL) <= 0 ? NaApproval.AUTOMATIC : NaApproval.SECRETARY;
    }

    /** Characters as a person counts them: a letter and its marks are one, however they were typed. */
    public static int length(@Nullable String reason) {
        if (reason == null) {
            return 0;
        }
        int[] characters =
                Normalizer.normalize(reason, Normalizer.Form.NFC).codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (from < to && isBlank(characters[from])) {
            from++;
        }
        while (to > from && isBlank(characters[to - 1])) {
            to--;
        }
        return to - from;
    }

    /** No-break and zero-width spaces too, which come with pasted texts. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
