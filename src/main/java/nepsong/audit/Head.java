package nepsong.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at some time. Written down outside the database, it shows later that nothing was cut off.
 *
 * @param position of the last link, from 1; 0 where there is none yet
 * @param seal     of the last link, 64 hexadecimal digits
 */
public record Head(long position, String seal) {

    /** Of a chain that has not begun. */
    public static final Head NONE = new Head(0, "0".repeat(64));

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,18})\\s*[:\\s]\\s*([0-9a-f]{64})\\s*");

    /** As {@link #written} puts it; empty where this is nothing of the kind. */
    public static Optional<Head> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        return parts.matches()
                ? Optional.of(new Head(Long.parseLong(parts.group(1)), parts.group(2)))
                : Optional.empty();
    }

    /** {@code position:seal}. */
    public String written() {
        return position + ":" + seal;
    }
}
