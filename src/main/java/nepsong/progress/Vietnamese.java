package nepsong.progress;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import nepsong.engine.VietnameseOrder;

/** Vietnamese text as a reader looks for it, with or without diacritics, and in the order of a Vietnamese dictionary. */
public final class Vietnamese {

    private static final String[] LETTERS = {
        "aàảãáạăằẳẵắặâầẩẫấậ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ", "uùủũúụưừửữứự", "yỳỷỹýỵ", "dđ"
    };

    /**
     * For SQL's {@code translate(lower(text), FROM, TO)}: the same letters as {@link #fold}. The capitals are among them, for a
     * database whose locale is C lowers none but those of English.
     */
    static final String FROM = letters(true);

    static final String TO = letters(false);

    private Vietnamese() {}

    /** Lower case without diacritics; đ is d. */
    public static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> {
            int at = FROM.indexOf(letter);
            folded.appendCodePoint(at < 0 ? letter : TO.charAt(at));
        });
        return folded.toString();
    }

    /** For few texts; of many the {@link VietnameseOrder#text keys} are made once. */
    public static Comparator<String> order() {
        return Comparator.comparing(VietnameseOrder::text);
    }

    private static String letters(boolean marked) {
        StringBuilder all = new StringBuilder();
        for (String family : LETTERS) {
            family.chars().skip(1).forEach(letter -> all.append((char) (marked ? letter : family.charAt(0))));
        }
        if (marked) {
            return all + all.toString().toUpperCase(Locale.ROOT);
        }
        all.append(all);
        return all.toString();
    }
}
