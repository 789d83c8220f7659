package nepsong.engine;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.QueryPropertyImpl;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/** Names in the order of a Vietnamese dictionary, which no database knows by itself: ours have a function that makes the key. */
public final class VietnameseOrder {

    private static final String LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg";
    private static final String VOWELS = "aăâeêioôơuưy";
    /** Huyền, hỏi, ngã, sắc, nặng. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final QueryProperty NAME = new QueryPropertyImpl("NAME_", "VIETNAMESE_ORDER");

    /** Of every character that Vietnamese is written with, and what it stands for in a key: {@link #read}. */
    private static final char BEYOND = '\u1f00';

    private static final char[] LETTER_OF = new char[BEYOND];
    private static final char[] TONE_OF = new char[BEYOND];

    static {
        for (char each = 0; each < BEYOND; each++) {
            read(each);
        }
    }

    private VietnameseOrder() {}

    /** Letters first, tones where these are equal; H2 calls it, and PostgreSQL has its own of the same order. */
    public static byte @Nullable [] key(@Nullable String name) {
        return name == null ? null : text(name).getBytes(StandardCharsets.UTF_8);
    }

    /** The same key as a text, for names that are sorted here. */
    public static String text(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        int length = composed.length();
        StringBuilder key = new StringBuilder(2 * length + 1);
        for (int i = 0; i < length; i++) {
            char each = composed.charAt(i);
            key.append(each < BEYOND ? LETTER_OF[each] : each);
        }
        key.append('\1');
        for (int i = 0; i < length; i++) {
            char each = composed.charAt(i);
            key.append(each < BEYOND ? TONE_OF[each] : each);
        }
        return key.toString();
    }

    /** What is no letter of ours stands for itself. */
    private static void read(char each) {
        String lower = Character.toString(Character.toLowerCase(each));
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        int tone =
                (int) TONES.chars().takeWhile(mark -> apart.indexOf(mark) < 0).count();
        boolean toned = tone < TONES.length();
        String letter = toned
                ? Normalizer.normalize(apart.replace(TONES.substring(tone, tone + 1), ""), Normalizer.Form.NFC)
                : lower;
        int at = letter.length() == 1 ? LETTERS.indexOf(letter) : -1;
        LETTER_OF[each] = at < 0 ? each : CODES.charAt(at);
        TONE_OF[each] = letter.length() == 1 && VOWELS.contains(letter) ? (char) ('0' + (toned ? tone + 1 : 0)) : each;
    }

    /** What is to be sorted by name is sorted in this order; a name of something else keeps its own. */
    static void apply(AbstractQuery<?, ?> query) {
        query.getOrderingProperties().stream()
                .filter(order -> order.getRelation() == null
                        && NAME.getName().equals(order.getQueryProperty().getName()))
                .forEach(order -> order.setQueryProperty(NAME));
    }
}
