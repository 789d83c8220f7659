package nepsong.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Vietnamese in, the language of one file out; what it does not know it leaves as it is. */
public final class Translator {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Signs and punctuation around a text, or a letter that counts: they mean the same everywhere. */
    private static final Pattern DRESSED =
            Pattern.compile("(\\p{Lu}\\. |[^\\p{L}\\p{N}{]*+)(.*?)([^\\p{L}\\p{N}})]*+)", Pattern.DOTALL);

    private static final Pattern NAMED = Pattern.compile("(<bpmn:\\w+ id=\")([^\"]+)(\" name=\")([^\"]*)");

    private static final Pattern NUMBER = Pattern.compile("\\{}");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?]) ");
    private static final List<String> BETWEEN = List.of(" – ", " · ", "; ");
    private static final int DEEPEST = 4;

    /** What is longer was typed, or is known as a whole: its parts are not looked for, however long that would take. */
    private static final int LONGEST = 300;

    private final Translations translations;
    private final Names names;
    private final Map<String, String> words = new HashMap<>();
    /** Titles are said in the frame of a page, and fragments on the pages of others. */
    private final Map<String, String> anywhere = new HashMap<>();

    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    Translator(Translations translations, Names names, Map<String, Map<String, String>> models) {
        this.translations = translations;
        this.names = names;
        words.putAll(translations.words());
        Map<String, String> drawn = new HashMap<>();
        models.forEach((process, elements) -> elements.forEach((id, name) -> {
            String translated =
                    translations.models().getOrDefault(process, Map.of()).get(id);
            if (translated != null) {
                drawn.putIfAbsent(places(name), places(translated));
                drawn.putIfAbsent(ofAll(name), ofAll(translated));
            }
        }));
        drawn.forEach(words::putIfAbsent);
        translations.pages().values().forEach(page -> page.forEach(anywhere::putIfAbsent));
        Stream.concat(Stream.of(Translations.EVERYWHERE), translations.pages().keySet().stream())
                .distinct()
                .forEach(template -> phrases.put(template, phrases(template)));
    }

    public Translations translations() {
        return translations;
    }

    /** A text that a page shows, known as a whole or by its parts; itself where it is not known. */
    public String text(String template, String vietnamese) {
        return text(template, vietnamese, 0);
    }

    /** Of texts that are on no page. */
    public String text(String vietnamese) {
        return text(Translations.EVERYWHERE, vietnamese, 0);
    }

    /** A text of a template whose places are filled by the page; empty where it is not known. */
    public Optional<String> phrase(String template, String vietnamese, List<String> values) {
        return exact(template, vietnamese)
                .or(() -> exact(template, NUMBER.matcher(vietnamese).replaceAll("{#}")))
                .map(translated -> Phrase.fill(
                        translated,
                        values.stream().map(value -> text(template, value, 1)).toList()));
    }

    /** The drawing of a process with the names of its elements translated. */
    public String model(String process, String bpmn) {
        Map<String, String> names = translations.models().getOrDefault(process, Map.of());
        return NAMED.matcher(bpmn)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group(1)
                        + tag.group(2)
                        + tag.group(3)
                        + (names.containsKey(tag.group(2)) ? escaped(names.get(tag.group(2))) : tag.group(4))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private String text(String template, String vietnamese, int depth) {
        String plain = SPACES.matcher(vietnamese).replaceAll(" ").strip();
        if (plain.isEmpty() || depth > DEEPEST) {
            return vietnamese;
        }
        if (plain.length() > LONGEST) {
            return exact(template, plain).orElse(vietnamese);
        }
        return known(template, plain, depth).orElseGet(() -> parts(template, plain, vietnamese, depth));
    }

    private Optional<String> known(String template, String plain, int depth) {
        return exact(template, plain)
                .or(() -> Optional.ofNullable(names.english().get(plain)))
                .or(() -> Stream.of(template, Translations.EVERYWHERE)
                        .flatMap(one -> phrases.getOrDefault(one, List.of()).stream())
                        .map(phrase ->
                                phrase.translate(plain, part -> text(template, part, depth + 1), translations::number))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> exact(String template, String plain) {
        return Optional.ofNullable(
                        translations.pages().getOrDefault(template, Map.of()).get(plain))
                .or(() -> Optional.ofNullable(translations
                        .pages()
                        .getOrDefault(Translations.EVERYWHERE, Map.of())
                        .get(plain)))
                .or(() -> Optional.ofNullable(words.get(plain)))
                .or(() -> Optional.ofNullable(anywhere.get(plain)));
    }

    /** Without the signs around it; or, where several stand in a row, one by one. */
    private String parts(String template, String plain, String vietnamese, int depth) {
        Matcher dressed = DRESSED.matcher(plain);
        if (dressed.matches() && dressed.group(2).length() < plain.length()) {
            String core = dressed.group(2);
            // The signs before the first of several are not signs around all of them.
            String translated = core.isEmpty() || BETWEEN.stream().anyMatch(core::contains)
                    ? known(template, core, depth + 1).orElse(core)
                    : text(template, core, depth + 1);
            if (!translated.equals(core)) {
                return dressed.group(1) + translated + dressed.group(3);
            }
        }
        if (vietnamese.strip().contains("\n")) {
            return vietnamese
                    .lines()
                    .map(line -> text(template, line, depth + 1))
                    .collect(Collectors.joining("\n"));
        }
        Optional<String> sentences = all(template, plain.split(SENTENCES.pattern()), " ", depth);
        if (sentences.isPresent()) {
            return sentences.get();
        }
        for (String between : BETWEEN) {
            if (plain.contains(between)) {
                List<String> parts = new ArrayList<>();
                for (String part : plain.split(Pattern.quote(between))) {
                    parts.add(text(template, part, depth + 1));
                }
                return String.join(between, parts);
            }
        }
        return all(template, plain.split(", "), ", ", depth).orElse(vietnamese);
    }

    /** Where each of several parts is known. */
    private Optional<String> all(String template, String[] parts, String between, int depth) {
        List<Optional<String>> known = parts.length < 2
                ? List.of(Optional.empty())
                : Stream.of(parts).map(part -> known(template, part, depth + 1)).toList();
        return known.stream().allMatch(Optional::isPresent)
                ? Optional.of(String.join(
                        between, known.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    private List<Phrase> phrases(String template) {
        Map<String, String> all = new HashMap<>();
        if (template.equals(Translations.EVERYWHERE)) {
            all.putAll(anywhere);
            all.putAll(words);
        }
        all.putAll(translations.pages().getOrDefault(template, Map.of()));
        return all.entrySet().stream()
                .filter(entry -> Phrase.isOne(entry.getKey()))
                .map(entry -> new Phrase(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Phrase::weight).reversed())
                .toList();
    }

    /** Where all tasks of a step are meant, nobody names the unit. */
    static String ofAll(String name) {
        return name.replaceAll("( [$#]\\{[^}]*})?( –|:) [^–]*[$#]\\{.*", "");
    }

    /** What a model computes into a name is a place like any other. */
    private static String places(String name) {
        return name.replaceAll("[$#]\\{[^}]*}", "{}");
    }
}
