package nepsong.organisation;

import java.text.Normalizer;

/** What a person typed, whatever sent it: a browser ends the lines of a page's text with two characters, and counts one. */
public final class TypedText {

    private TypedText() {}

    /** NFC, lines ended by one character, nothing around it. */
    public static String of(String sent) {
        String text = Normalizer.normalize(sent, Normalizer.Form.NFC).strip();
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** In characters as people count them, whichever of Unicode's planes they are on. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
