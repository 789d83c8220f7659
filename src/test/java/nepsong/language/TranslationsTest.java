package nepsong.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language says everything, and nothing that is no longer asked. What is missing is printed as lines to be filled in. */
class TranslationsTest {

    private static final Pattern PLACE = Pattern.compile("\\{(#|\\d*)}");
    private static final Pattern EXPRESSION = Pattern.compile("(?s)\\{\\{.*?}}|[$#]\\{[^}]*}");

    static List<Translations> languages() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/translations"))) {
            List<Translations> all = new ArrayList<>();
            for (Path file : files.toList()) {
                all.add(Translations.read(Files.newInputStream(file)));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void thereIsEnglish() {
        assertThat(languages()).extracting(Translations::code).contains("en");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextOfAPageIsTranslated(Translations language) {
        Map<String, Map<String, String>> missing = new TreeMap<>();
        Set<String> parts = parts(language);
        Sources.templates().forEach((template, said) -> {
            Map<String, String> known = known(language, template);
            said.texts().stream().filter(text -> !known.containsKey(text)).forEach(text -> missing.computeIfAbsent(
                            template, one -> new TreeMap<>())
                    .put(text, ""));
            said.parts().stream().filter(part -> !isKnown(part, known, parts)).forEach(part -> missing.computeIfAbsent(
                            template + " (part)", one -> new TreeMap<>())
                    .put(part, ""));
        });
        assertThat(missing).as(() -> lines("pages", missing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextThatJavaPutsOnAPageIsTranslated(Translations language) {
        Set<String> parts = parts(language);
        Map<String, String> known = known(language, Translations.EVERYWHERE);
        Map<String, String> missing = new TreeMap<>();
        Stream.concat(Sources.java().stream(), Sources.tables().stream())
                .filter(text -> !isKnown(text, known, parts))
                .forEach(text -> missing.put(text, ""));
        assertThat(missing).as(() -> lines("words", missing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextOfAScriptIsTranslated(Translations language) {
        Map<String, String> missing = new TreeMap<>();
        Sources.scripts().stream()
                .filter(text -> !language.scripts().containsKey(text))
                .forEach(text -> missing.put(text, ""));
        assertThat(missing).as(() -> lines("scripts", missing)).isEmpty();
    }

    /** A page says "bạn" to whoever reads it; "đồng chí" is how a mail begins. */
    @Test
    void pagesAddressTheirReadersInOneWay() {
        Stream<String> said = Stream.concat(
                Sources.templates().values().stream().flatMap(one -> Stream.of(one.texts(), one.parts(), one.perhaps())
                        .flatMap(Set::stream)),
                Sources.java().stream());
        assertThat(said.filter(text -> text.toLowerCase().contains("đồng chí"))).isEmpty();
    }

    /** What they say is in static/js, which comes in the viewer's language; form-js's English is for nobody else's eyes. */
    @Test
    void tasklistsScriptsAndStylesSayNothingByThemselves() {
        assertThat(Sources.inTasklist()).isNotEmpty();
        Sources.inTasklist()
                .forEach((file, text) ->
                        assertThat(Sources.MARKED.matcher(text).find()).as(file).isFalse());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyWordOfAFormIsTranslated(Translations language) {
        Map<String, Map<String, String>> missing = missing(Sources.forms(), language.forms());
        assertThat(missing).as(() -> lines("forms", missing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyNameInAModelIsTranslated(Translations language) {
        Map<String, Map<String, String>> missing = missing(Models.names(), language.models());
        assertThat(missing).as(() -> lines("models", missing)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsComputedIntoAFormOrANameIsThereInTranslationToo(Translations language) {
        List<String> different = new ArrayList<>();
        Stream.of(Map.entry(Sources.forms(), language.forms()), Map.entry(Models.names(), language.models()))
                .forEach(pair -> pair.getKey()
                        .forEach((file, words) -> words.forEach((id, text) -> {
                            String said =
                                    pair.getValue().getOrDefault(file, Map.of()).getOrDefault(id, text);
                            if (!computed(said).equals(computed(text))) {
                                different.add(file + " " + id + ": " + computed(text) + " but " + computed(said));
                            }
                        })));
        assertThat(different).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingIsTranslatedThatNobodySaysAnyMore(Translations language) {
        Set<String> said = new HashSet<>();
        Map<String, Sources.Said> templates = Sources.templates();
        templates.values().forEach(one -> {
            said.addAll(one.texts());
            said.addAll(one.parts());
            said.addAll(one.perhaps());
        });
        said.addAll(Sources.java(true));
        said.addAll(Sources.tables());
        Set<String> saidParts = new HashSet<>();
        said.forEach(text -> saidParts.addAll(partsOf(text)));
        Set<String> unused = new TreeSet<>();
        language.words().keySet().stream()
                .filter(text -> !isSaid(text, said, saidParts))
                .forEach(text -> unused.add("words: " + text));
        language.pages().forEach((template, words) -> words.keySet().stream()
                .filter(text -> !isSaid(text, said, saidParts))
                .forEach(text -> unused.add("pages " + template + ": " + text)));
        language.pages().keySet().stream()
                .filter(template -> !template.equals(Translations.EVERYWHERE) && !templates.containsKey(template))
                .forEach(template -> unused.add("pages " + template));
        Set<String> scripts = Sources.scripts();
        language.scripts().keySet().stream()
                .filter(text -> !scripts.contains(text) && !text.equals("vi-VN"))
                .forEach(text -> unused.add("scripts: " + text));
        missing(language.forms(), Sources.forms())
                .forEach((form, words) -> unused.add("forms " + form + ": " + words.keySet()));
        missing(language.models(), Models.names())
                .forEach((model, names) -> unused.add("models " + model + ": " + names.keySet()));
        assertThat(unused).isEmpty();
    }

    /** Said elsewhere as a whole, or put together of parts that are. */
    private static boolean isKnown(String text, Map<String, String> known, Set<String> parts) {
        return known.containsKey(text) || parts.containsAll(partsOf(text));
    }

    private static boolean isSaid(String text, Set<String> said, Set<String> parts) {
        String plain = PLACE.matcher(text).replaceAll("{}");
        return said.contains(plain) || parts.containsAll(partsOf(plain));
    }

    private static Map<String, String> known(Translations language, String template) {
        Map<String, String> known = new TreeMap<>();
        Models.names().values().forEach(model -> model.values()
                .forEach(name -> known.put(DrawnNames.ofAll(name), name)));
        language.words()
                .forEach((text, translated) -> known.put(PLACE.matcher(text).replaceAll("{}"), translated));
        language.pages()
                .getOrDefault(Translations.EVERYWHERE, Map.of())
                .forEach((text, translated) -> known.put(PLACE.matcher(text).replaceAll("{}"), translated));
        language.pages()
                .getOrDefault(template, Map.of())
                .forEach((text, translated) -> known.put(PLACE.matcher(text).replaceAll("{}"), translated));
        return known;
    }

    private static Set<String> parts(Translations language) {
        Set<String> parts = new HashSet<>();
        language.words().keySet().forEach(text -> parts.addAll(partsOf(text)));
        language.pages().values().forEach(page -> page.keySet().forEach(text -> parts.addAll(partsOf(text))));
        return parts;
    }

    /** What stands between the places, without the signs around it. */
    private static Set<String> partsOf(String text) {
        Set<String> parts = new HashSet<>();
        for (String part : PLACE.split(text)) {
            String bare = part.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
            if (!bare.isEmpty()) {
                parts.add(bare);
            }
        }
        return parts;
    }

    private static List<String> computed(String text) {
        return EXPRESSION
                .matcher(text)
                .results()
                .map(MatchResult::group)
                // The comma of a Vietnamese number.
                .map(one -> one.replace("replace(string(", "string(").replace("), \"[.]\", \",\")", ")"))
                .sorted()
                .toList();
    }

    private static Map<String, Map<String, String>> missing(
            Map<String, Map<String, String>> asked, Map<String, Map<String, String>> known) {
        Map<String, Map<String, String>> missing = new TreeMap<>();
        asked.forEach((file, words) -> {
            Map<String, String> rest = new LinkedHashMap<>(words);
            rest.keySet().removeAll(known.getOrDefault(file, Map.of()).keySet());
            if (!rest.isEmpty()) {
                missing.put(file, rest);
            }
        });
        return missing;
    }

    /** Also as a file, since consoles break long lines. */
    private static String lines(String section, Object missing) {
        try {
            String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(missing);
            Path file = Path.of("target/translations", section + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, json);
            return "to be translated under \"%s\" of translations/en.json (also in %s):%n%s%n"
                    .formatted(section, file, json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
