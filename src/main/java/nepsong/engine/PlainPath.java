package nepsong.engine;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path with its percent signs undone, where that leaves no doubt what it means. A guard and the program behind it may
 * read an odd spelling differently, so odd spellings are nobody's.
 */
final class PlainPath {

    /** Letters, digits and what stands in ids; segments that are neither empty nor dots. */
    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[\\p{L}\\p{N} ._~:@+*!$&'(),=|-]+)+");

    private PlainPath() {}

    /** Without the slash at its end, if any; empty where the path can be read in two ways. */
    static Optional<String> of(String uri) {
        String path = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        try {
            // A plus sign is a plus sign in a path.
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            boolean segmentsKept = count(decoded) == count(path);
            return Optional.of(decoded)
                    .filter(each -> segmentsKept && PLAIN.matcher(each).matches());
        } catch (IllegalArgumentException undecodable) {
            return Optional.empty();
        }
    }

    private static long count(String path) {
        return path.chars().filter(each -> each == '/').count();
    }
}
