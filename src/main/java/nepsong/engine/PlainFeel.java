package nepsong.engine;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What forms ask most, looked up instead of computed, with the answer that the engine gives: a name alone, as most limits
 * are, and whether something is ticked, as most conditions are.
 *
 * @param ofRow  whether {@code this} stands before the name
 * @param ticked the answer where it is; null for a name alone
 */
record PlainFeel(boolean ofRow, String name, @Nullable Boolean ticked) {

    private static final Pattern PLAIN =
            Pattern.compile("\\s*(this\\.)?([\\p{L}_][\\p{L}\\d_]*)\\s*(?:(!?=)\\s*true\\s*)?");

    private static final Set<String> WORDS = Set.of("true", "false", "null", "this", "i", "parent");

    /** Null for what has to be computed. */
    static @Nullable PlainFeel of(String expression) {
        Matcher plain = PLAIN.matcher(expression);
        if (!plain.matches() || WORDS.contains(plain.group(2))) {
            return null;
        }
        String compared = plain.group(3);
        return new PlainFeel(plain.group(1) != null, plain.group(2), compared == null ? null : compared.equals("="));
    }

    @Nullable
    Object value(Scope scope) {
        if (!ofRow) {
            return scope.get(name);
        }
        return scope.get("this") instanceof Map<?, ?> row ? row.get(name) : null;
    }

    /** Whether this value can be answered for: what is neither ticked nor not is the engine's to compare. */
    boolean knows(@Nullable Object value) {
        return ticked == null || value == null || value instanceof Boolean;
    }

    @Nullable
    Object answer(@Nullable Object value) {
        return ticked == null ? value : ticked == Boolean.TRUE.equals(value);
    }
}
