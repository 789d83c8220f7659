package nepsong.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; what is null or blank does not matter.
 *
 * @param actor   id of the person who acted, or for whom somebody acted
 * @param action  exactly this, or with a dot at the end all that begin so
 * @param unit    its code
 * @param from    first day, in Hà Nội
 * @param to      last day, in Hà Nội
 * @param text    occurs in the subject, the reason or the cycle
 * @param refused only what was refused, or only what was done
 * @param everything whether the text is looked for in reasons too, which are not for every reader
 */
public record AuditQuestion(
        String actor,
        String action,
        String unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String text,
        @Nullable Boolean refused,
        boolean everything) {

    public static final AuditQuestion EVERYTHING = new AuditQuestion("", "", "", null, null, "", null, true);

    public AuditQuestion {
        actor = actor.strip();
        action = action.strip();
        unit = unit.strip();
        text = text.strip();
    }
}
