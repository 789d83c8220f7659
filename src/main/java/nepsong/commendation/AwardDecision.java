package nepsong.commendation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the leader of the City decided. Number, symbol and day are those of the signed document.
 *
 * @param reason null where it was signed
 * @param text   of the decision; null where it was refused
 * @param prize  null where it was refused
 */
public record AwardDecision(
        String nomination,
        boolean signed,
        @Nullable String reason,
        @Nullable Integer documentNumber,
        @Nullable String documentSymbol,
        @Nullable LocalDate issuedOn,
        @Nullable String text,
        @Nullable Prize prize) {

    AwardDecision with(@Nullable Prize other) {
        return new AwardDecision(nomination, signed, reason, documentNumber, documentSymbol, issuedOn, text, other);
    }
}
