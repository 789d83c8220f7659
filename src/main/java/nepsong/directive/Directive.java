package nepsong.directive;

import java.time.LocalDate;

/**
 * A plan in force: its number and day of issue, as the registry gave them after it was signed.
 *
 * @param documentSymbol e.g. {@code KH-UBND}
 */
public record Directive(String cycle, int documentNumber, String documentSymbol, LocalDate issuedOn, String enteredBy) {

    /** As it is cited: {@code 98/KH-UBND}. */
    public String number() {
        return documentNumber + "/" + documentSymbol;
    }
}
