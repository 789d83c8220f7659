package nepsong.organisation;

import java.text.Normalizer;

/** What a person typed, whatever sent it: a browser ends the lines of a page's text with two characters, and counts one. */
public final class TypedText {

    /** Letters by name, blanks by sight. */
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private TypedText() {}

    /** NFC, lines ended by one character, nothing around it; empty where there is nothing in it that anybody sees. */
    public static String of(String sent) {
        String text = Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
        if (!isSeen(text)) {
            return "";
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** As a rule its first character is. */
    private static boolean isSeen(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isSeen(codePoint)) {
                return true;
            }
            at += Character.charCount(codePoint);
        }
        return false;
    }

    /** Not a blank of whatever width, nor a sign that only steers what stands beside it. */
    private static boolean isSeen(int codePoint) {
        int type = Character.getType(codePoint);
        return !Character.isWhitespace(codePoint)
                && type != Character.FORMAT
                && type != Character.SPACE_SEPARATOR
                && FILLERS.indexOf(codePoint) < 0;
    }

    /** No database of ours keeps the character without a meaning, nor half of one that is written in two. */
    public static boolean canBeKept(String text) {
        return text.codePoints().noneMatch(one -> one == 0 || Character.getType(one) == Character.SURROGATE);
    }

    /** For a place within somebody else's sentence: without the full stop of its own; an ellipsis stays. */
    public static String withinSentence(String said) {
        return said.strip().replaceFirst("(?<!\\.)\\.$", "");
    }

    /**
     * Cut where it is longer than so many UTF-16 units, and then ended by “…”; no character is cut in two.
     *
     * @param most 2 at least
     */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** In characters as people count them, whichever of Unicode's planes they are on. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
