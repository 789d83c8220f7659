package nepsong.language;

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

    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?]) ");
    private static final List<String> BETWEEN = List.of("; ", " – ", " · ");
    /** What a reason is known by, e.g. {@code V10}, and a group of criteria, {@code CS-A}: the same everywhere. */
    private static final Pattern CODE = Pattern.compile("[A-Z]+(-[A-Z])?\\d*");

    private static final int DEEPEST = 6;
    /** What is longer is an enumeration or a few sentences of ours, or was typed. */
    private static final int LONGEST = 300;
    /** What is longer still was typed, or is known as a whole: its parts would take too long to be looked for. */
    private static final int SECTION = 2000;

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
        DrawnNames.said(models, translations.models()).forEach(words::putIfAbsent);
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
                .or(() -> exact(template, vietnamese.replace("{}", "{#}")))
                .map(translated -> Phrase.fill(
                        translated,
                        values.stream().map(value -> text(template, value, 1)).toList()));
    }

    /** The drawing of a process with the names of its elements translated. */
    public String model(String process, String bpmn) {
        return DrawnNames.in(bpmn, translations.models().getOrDefault(process, Map.of()));
    }

    private String text(String template, String vietnamese, int depth) {
        String plain = SPACES.matcher(vietnamese).replaceAll(" ").strip();
        if (plain.isEmpty() || depth > DEEPEST) {
            return vietnamese;
        }
        if (plain.length() > SECTION) {
            return exact(template, plain).orElse(vietnamese);
        }
        return known(template, plain, depth).orElseGet(() -> parts(template, plain, vietnamese, depth));
    }

    private Optional<String> known(String template, String plain, int depth) {
        return exact(template, plain)
                .or(() -> Optional.ofNullable(names.english().get(plain)))
                .or(() -> all(template, SENTENCES.split(plain), " ", depth))
                .or(() -> Stream.of(template, Translations.EVERYWHERE)
                        .flatMap(one -> phrases.getOrDefault(one, List.of()).stream())
                        .filter(phrase -> plain.length() <= LONGEST || phrase.isQuick())
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
        // What follows the sign of an entry of a list may begin with signs of its own.
        if (plain.startsWith("- ") && !vietnamese.strip().contains("\n")) {
            return "- " + text(template, plain.substring(2), depth + 1);
        }
        if (plain.length() <= LONGEST) {
            Optional<String> undressed = undressed(template, plain, depth);
            if (undressed.isPresent()) {
                return undressed.get();
            }
            if (vietnamese.strip().contains("\n")) {
                return vietnamese
                        .lines()
                        .map(line -> text(template, line, depth + 1))
                        .collect(Collectors.joining("\n"));
            }
        }
        return each(template, plain, "; ", depth)
                .or(() -> plain.length() > LONGEST ? Optional.empty() : row(template, plain, depth))
                .orElse(vietnamese);
    }

    private Optional<String> undressed(String template, String plain, int depth) {
        Matcher dressed = DRESSED.matcher(plain);
        if (!dressed.matches() || dressed.group(2).length() == plain.length()) {
            return Optional.empty();
        }
        String core = dressed.group(2);
        // The signs before the first of several are not signs around all of them.
        String translated = core.isEmpty() || BETWEEN.stream().anyMatch(core::contains)
                ? known(template, core, depth).orElse(core)
                : text(template, core, depth + 1);
        return translated.equals(core)
                ? Optional.empty()
                : Optional.of(dressed.group(1) + translated + dressed.group(3));
    }

    /** A label and what it is of; or what stands between dashes, points or commas. */
    private Optional<String> row(String template, String plain, int depth) {
        int colon = plain.indexOf(": ");
        return Optional.of(plain.substring(0, Math.max(0, colon)))
                .filter(label -> !label.isEmpty())
                .flatMap(
                        label -> CODE.matcher(label).matches() ? Optional.of(label) : known(template, label, depth + 1))
                .map(label -> label + ": " + text(template, plain.substring(colon + 2), depth + 1))
                .or(() -> afterADash(template, plain, depth))
                .or(() -> each(template, plain, " – ", depth))
                .or(() -> each(template, plain, " · ", depth))
                .or(() -> all(template, plain.split(", "), ", ", depth));
    }

    /** The first, where all that follows is known as a whole. */
    private Optional<String> afterADash(String template, String plain, int depth) {
        String[] parts = plain.split(" – ", 2);
        return known(template, parts[parts.length - 1], depth + 1)
                .filter(rest -> parts.length == 2)
                .map(rest -> text(template, parts[0], depth + 1) + " – " + rest);
    }

    private Optional<String> each(String template, String plain, String between, int depth) {
        return Optional.of(plain).filter(several -> several.contains(between)).map(several -> Stream.of(
                        several.split(between))
                .map(part -> text(template, part, depth + 1))
                .collect(Collectors.joining(between)));
    }

    /** Where each of several parts is known. */
    private Optional<String> all(String template, String[] parts, String between, int depth) {
        if (parts.length < 2) {
            return Optional.empty();
        }
        List<String> known = Stream.of(parts)
                .flatMap(part -> known(template, part, depth + 1).stream())
                .toList();
        return known.size() == parts.length ? Optional.of(String.join(between, known)) : Optional.empty();
    }

    private List<Phrase> phrases(String template) {
        Map<String, String> all = new HashMap<>();
        if (template.equals(Translations.EVERYWHERE)) {
            all.putAll(anywhere);
            all.putAll(words);
        }
        all.putAll(translations.pages().getOrDefault(template, Map.of()));
        return Phrase.of(all);
    }
}
