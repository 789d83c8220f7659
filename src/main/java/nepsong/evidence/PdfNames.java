package nepsong.evidence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF byte by byte for the names of what can run or hide in it, however the name is spelt ({@code
 * /J#61vaScript}), and for the places where a stream begins.
 */
final class PdfNames {

    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "RichMedia",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "EmbeddedFile",
            "EmbeddedFiles",
            "XFA",
            "Movie");
    private static final int LONGEST_NAME = 64;
    private static final String DELIMITERS = "()<>[]{}/%";
    private static final long STREAM = 0x73747265616DL;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private long last;
    private @Nullable String active;
    private boolean encrypted;
    private boolean holdsObjects;

    /** @return whether a stream begins behind the line's end that this byte is */
    boolean next(int b) {
        if (inName) {
            nameGoesOn(b);
        }
        if (b == '/') {
            inName = true;
            name.setLength(0);
        }
        boolean keyword = isStreamKeyword(b == '\n' && (last & 0xFF) == '\r' ? last >>> 8 : last);
        last = last << 8 | b;
        return b == '\n' && keyword;
    }

    private static boolean isStreamKeyword(long window) {
        return (window & 0xFFFFFFFFFFFFL) == STREAM && (window >>> 48 & 0xFF) != 'd';
    }

    private void nameGoesOn(int b) {
        boolean ends = b <= ' ' || DELIMITERS.indexOf(b) >= 0;
        if (!ends && name.length() < LONGEST_NAME) {
            name.append((char) b);
            return;
        }
        inName = false;
        if (ends && name.length() > 2) {
            known(plain(name.toString()));
        }
    }

    private void known(String plain) {
        if (ACTIVE.contains(plain)) {
            active = plain;
        }
        encrypted |= plain.equals("Encrypt");
        holdsObjects |= plain.equals("ObjStm");
    }

    private static String plain(String name) {
        if (name.indexOf('#') < 0) {
            return name;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '#'
                    && i + 2 < name.length()
                    && Character.digit(name.charAt(i + 1), 16) >= 0
                    && Character.digit(name.charAt(i + 2), 16) >= 0) {
                plain.append((char) Integer.parseInt(name.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(name.charAt(i));
            }
        }
        return plain.toString();
    }

    /** What was found that can run or hide something; null for nothing. */
    @Nullable
    String active() {
        return active;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    /** Whether the dictionary before the stream said that it holds objects; asking forgets it. */
    boolean streamHoldsObjects() {
        boolean holds = holdsObjects;
        holdsObjects = false;
        return holds;
    }
}
