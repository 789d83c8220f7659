package nepsong.directive;

import java.time.LocalDate;

/**
 * A document that a plan rests on.
 *
 * @param kind   in Vietnamese, e.g. "Quyết định"
 * @param number with its symbol, e.g. {@code 522/QĐ-UBND}
 */
public record LegalBasis(String kind, String number, LocalDate issuedOn, String title) {}
