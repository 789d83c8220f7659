package nepsong.language.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.expression.Numbers;

/** In templates {@code #numbers} of a page that is not Vietnamese: comma and point change places. */
public final class WrittenNumbers {

    private final Numbers numbers;

    WrittenNumbers(Locale language) {
        this.numbers = new Numbers(language);
    }

    public @Nullable String formatInteger(@Nullable Number number, Integer digits) {
        return number == null ? null : numbers.formatInteger(number, digits);
    }

    public @Nullable String formatInteger(@Nullable Number number, Integer digits, String thousands) {
        return number == null ? null : numbers.formatInteger(number, digits, other(thousands));
    }

    public @Nullable String formatDecimal(@Nullable Number number, Integer digits, Integer decimals) {
        return number == null ? null : numbers.formatDecimal(number, digits, "NONE", decimals, "POINT");
    }

    public @Nullable String formatDecimal(
            @Nullable Number number, Integer digits, Integer decimals, String decimalPoint) {
        return number == null ? null : numbers.formatDecimal(number, digits, decimals, other(decimalPoint));
    }

    public @Nullable String formatDecimal(
            @Nullable Number number, Integer digits, String thousands, Integer decimals, String decimalPoint) {
        return number == null
                ? null
                : numbers.formatDecimal(number, digits, other(thousands), decimals, other(decimalPoint));
    }

    private static String other(String sign) {
        return switch (sign) {
            case "COMMA" -> "POINT";
            case "POINT" -> "COMMA";
            default -> sign;
        };
    }
}
