package nepsong.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text with places for what a page puts in: {@code {}} takes anything, {@code {#}} takes numbers and dates. The translation
 * has {@code {1}}, {@code {2}} … where its order differs, or as many {@code {}}; {@code [day|days]} follows the number before
 * it.
 */
final class Phrase {

    private static final Pattern PLACE = Pattern.compile("\\{(#|\\d*)}");
    private static final Pattern PLACE_OR_CHOICE = Pattern.compile("\\{(#|\\d*)}|\\[(?<one>[^]|]*)\\|(?<many>[^]|]*)]");
    /** Too little to be sure of: then what is put in has to be known throughout, or to look like a name. */
    private static final int SURE = 12;

    private static final Pattern ACCENTED = Pattern.compile("[À-ỹ]");

    private static final String ANYTHING = "(.+?)";
    private static final String NUMBER = "([-−+\\d][\\d.,:/ ]*|0)";

    private final Pattern source;
    private final String start;
    private final String translation;
    private final int weight;
    private final List<Boolean> numbers = new ArrayList<>();

    Phrase(String source, String translation) {
        StringBuilder regex = new StringBuilder();
        Matcher places = PLACE.matcher(source);
        int end = 0;
        int own = 0;
        while (places.find()) {
            regex.append(Pattern.quote(source.substring(end, places.start())));
            boolean number = places.group(1).equals("#");
            numbers.add(number);
            regex.append(number ? NUMBER : ANYTHING);
            // Where both would do, a number is a number.
            own += places.start() - end + (number ? 1 : 0);
            end = places.end();
        }
        regex.append(Pattern.quote(source.substring(end)));
        this.source = Pattern.compile(regex.toString(), Pattern.DOTALL);
        this.start = source.substring(0, Math.max(0, source.indexOf('{')));
        this.translation = translation;
        this.weight = own + source.length() - end;
    }

    /** Of texts and their translations those that have places; what has more of its own comes first. */
    static List<Phrase> of(Map<String, String> translations) {
        return translations.entrySet().stream()
                .filter(entry -> PLACE.matcher(entry.getKey()).find())
                .map(entry -> new Phrase(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt((Phrase phrase) -> phrase.weight)
                        .reversed())
                .toList();
    }

    /** A text of any length is soon told from it. */
    boolean isQuick() {
        return numbers.size() == 1 && start.length() >= SURE;
    }

    /**
     * @param inner  says what was put in
     * @param number writes numbers and dates
     */
    Optional<String> translate(String text, UnaryOperator<String> inner, UnaryOperator<String> number) {
        if (!text.startsWith(start)) {
            return Optional.empty();
        }
        Matcher match = source.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= match.groupCount(); i++) {
            String value = match.group(i);
            String said = (numbers.get(i - 1) ? number : inner).apply(value);
            if (weight < SURE && !looksLikeAName(said)) {
                return Optional.empty();
            }
            values.add(said);
        }
        return Optional.of(fill(translation, values));
    }

    /** No Vietnamese word that begins with a small letter. */
    private static boolean looksLikeAName(String value) {
        return Stream.of(value.split(" "))
                .noneMatch(word -> ACCENTED.matcher(word).find() && Character.isLowerCase(word.codePointAt(0)));
    }

    static String fill(String translation, List<String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACE_OR_CHOICE.matcher(translation);
        int next = 0;
        String last = "";
        while (places.find()) {
            String which = places.group(1);
            if (which == null) {
                places.appendReplacement(
                        filled, Matcher.quoteReplacement(places.group(last.equals("1") ? "one" : "many")));
                continue;
            }
            int at = which.isEmpty() || which.equals("#") ? next++ : Integer.parseInt(which) - 1;
            last = at < values.size() ? values.get(at).strip() : "";
            places.appendReplacement(filled, Matcher.quoteReplacement(at < values.size() ? values.get(at) : ""));
        }
        return places.appendTail(filled).toString();
    }
}
