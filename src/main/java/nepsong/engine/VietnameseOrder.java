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

    private VietnameseOrder() {}

    /** Letters first, tones where these are equal; H2 calls it, and PostgreSQL has its own of the same order. */
    public static byte @Nullable [] key(@Nullable String name) {
        if (name == null) {
            return null;
        }
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC).codePoints().forEach(each -> {
            String lower = Character.toString(Character.toLowerCase(each));
            String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
            int tone = (int)
                    TONES.chars().takeWhile(mark -> apart.indexOf(mark) < 0).count();
            boolean toned = tone < TONES.length();
            String letter = toned
                    ? Normalizer.normalize(apart.replace(TONES.substring(tone, tone + 1), ""), Normalizer.Form.NFC)
                    : lower;
            int at = letter.isEmpty() ? -1 : LETTERS.indexOf(letter);
            letters.append(at < 0 ? Character.toString(each) : CODES.substring(at, at + 1));
            tones.append(VOWELS.contains(letter) ? String.valueOf(toned ? tone + 1 : 0) : Character.toString(each));
        });
        return (letters.append('\1').append(tones)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is to be sorted by name is sorted in this order; a name of something else keeps its own. */
    static void apply(AbstractQuery<?, ?> query) {
        query.getOrderingProperties().stream()
                .filter(order -> order.getRelation() == null
                        && NAME.getName().equals(order.getQueryProperty().getName()))
                .forEach(order -> order.setQueryProperty(NAME));
    }
}
