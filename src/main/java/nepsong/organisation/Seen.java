package nepsong.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page showed when it was opened, carried by its form as a mark: whoever saves over what somebody else has saved
 * meanwhile is told first.
 */
public final class Seen {

    private static final int BYTES = 8;

    private Seen() {}

    /** @param shown values that say all of themselves as text, in an order of their own; null where there is none */
    public static String mark(@Nullable Object... shown) {
        String text = Arrays.stream(shown).map(String::valueOf).collect(Collectors.joining("\u001f"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param seen the mark that came with the form; blank from a program, which has seen no page */
    public static boolean isStale(String seen, @Nullable Object... now) {
        return !seen.isBlank() && !seen.equals(mark(now));
    }
}
