package nepsong.cycle;

import org.jspecify.annotations.Nullable;

/**
 * A rule's "no", in words for the person who is to mend it.
 *
 * @param field  key of the form's field, or of the list whose row is meant; empty when it concerns the whole
 * @param row    what names the row to a person (a criterion's code, a unit's name), where a row is meant
 * @param reason a Vietnamese sentence
 */
public record Refusal(String field, @Nullable String row, String reason) {

    public static Refusal of(String field, String reason) {
        return new Refusal(field, null, reason);
    }

    public static Refusal ofRow(String field, String row, String reason) {
        return new Refusal(field, row, reason);
    }
}
