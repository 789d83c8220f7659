package nepsong.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for ASCII texts, in whatever case, in a stream of any length with a buffer of one size. The texts are long
 * enough not to turn up by chance in compressed data.
 */
final class ForbiddenText {

    private static final int BUFFER = 16 * 1024;

    private final List<byte[]> texts;
    private final int longest;

    ForbiddenText(String... texts) {
        this.texts = java.util.Arrays.stream(texts)
                .map(text -> text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.longest = this.texts.stream().mapToInt(text -> text.length).max().orElse(1);
    }

    /** The first that was found, in lower case; null for none. Reads the stream to that place, or to its end. */
    @Nullable
    String find(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER + longest];
        int kept = 0;
        for (int read = in.read(buffer, 0, BUFFER); read >= 0; read = in.read(buffer, kept, BUFFER)) {
            int end = kept + read;
            for (int i = 0; i < end; i++) {
                byte first = lower(buffer[i]);
                for (byte[] text : texts) {
                    if (text[0] == first && matches(buffer, i, end, text)) {
                        return new String(text, StandardCharsets.US_ASCII);
                    }
                }
            }
            kept = Math.min(longest - 1, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
        return null;
    }

    private static boolean matches(byte[] buffer, int at, int end, byte[] text) {
        if (at + text.length > end) {
            return false;
        }
        for (int i = 1; i < text.length; i++) {
            if (lower(buffer[at + i]) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? (byte) (letter + 32) : letter;
    }
}
