package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Camunda's web applications speak Vietnamese: no key is missing, altered or left in English unless listed. */
class TranslationTest {
    private static final String APP = "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final String EXCEPTIONS = "/translation/left-in-english.tsv";
    /** Patterns and numbers there may well be the same in both languages. */
    private static final String DATES = "dateLocales.";

    private static final List<String> SCRIPTS = List.of(
            "/META-INF/resources/webjars/camunda/app/%1$s/camunda-%1$s-bootstrap.js",
            "/META-INF/resources/plugin/%1$s/app/plugin.js");
    private static final Pattern KEY = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b");
    private static final Pattern JOB = Pattern.compile("(?i)\\bjobs?\\b");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void everyKeyIsPresentAndNoneIsInvented(String app) {
        Set<String> keys = new TreeSet<>(texts(app, "en").keySet());
        if (Set.of("admin", "welcome").contains(app)) {
            keys.add("labels." + CommonPasswords.NAME);
        }
        assertThat(texts(app, "vi").keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void placeholdersAreThoseOfTheOriginal(String app) {
        assertThat(differing(app, (en, vi) -> placeholders(en).equals(placeholders(vi))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void noKeyIsLeftInEnglishUnlessListedWithAReason(String app) {
        Set<String> left = differing(app, (en, vi) -> en.isBlank() || !en.equals(vi));
        left.removeIf(key -> key.startsWith(DATES));
        List<LeftInEnglish> exceptions =
                exceptions().stream().filter(it -> it.app().equals(app)).toList();
        assertThat(exceptions).allSatisfy(it -> assertThat(it.reason()).isNotBlank());

        assertThat(left).as("left in English without a reason").allMatch(key -> exceptions.stream()
                .anyMatch(it -> it.covers(key)));
        assertThat(exceptions).as("exceptions that cover nothing any more").allMatch(it -> left.stream()
                .anyMatch(it::covers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void noScriptShowsAKeyOfWhichItIsSaidThatNoScriptDoes(String app) {
        Set<String> named = SCRIPTS.stream()
                .map(script -> script.formatted(app))
                .filter(script -> TranslationTest.class.getResource(script) != null)
                .map(script -> new String(read(script), StandardCharsets.UTF_8))
                .flatMap(script -> KEY.matcher(script).results())
                .map(key -> "labels." + key.group())
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(100);

        List<LeftInEnglish> unseen = exceptions().stream()
                .filter(it -> it.app().equals(app) && it.reason().startsWith("no script"))
                .toList();
        assertThat(differing(app, (en, vi) -> en.isBlank() || !en.equals(vi)).stream()
                        .filter(key -> unseen.stream().anyMatch(it -> it.covers(key)))
                        .filter(named::contains))
                .isEmpty();
    }

    /** What is counted in, stored or waited for has one name each: the pages of ours say it so, too. */
    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void oneThingHasOneWord(String app) {
        Map<String, String> english = texts(app, "en");
        texts(app, "vi").forEach((key, text) -> {
            String original = english.getOrDefault(key, "");
            if (!text.equals(original)) {
                assertThat(text.toLowerCase()).as(key).doesNotContain("đơn vị thuê", "chú thích");
                if (JOB.matcher(original).find()) {
                    assertThat(text.toLowerCase()).as(key).doesNotContain("công việc", "tác vụ");
                }
                if (original.matches("(?i).*\\binstances?\\b.*") && !original.matches("(?i).*(version|activity).*")) {
                    assertThat(text.toLowerCase()).as(key).doesNotContain("phiên bản");
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void textsAreComposedUnicode(String app) {
        assertThat(texts(app, "vi").values()).allMatch(it -> Normalizer.isNormalized(it, Normalizer.Form.NFC));
    }

    /** The first name that the engine keeps is the family's: see {@link DemonstrationPeople}. */
    @ParameterizedTest
    @ValueSource(strings = {"welcome", "admin"})
    void aNameIsAskedForAndWrittenFamilyNameFirst(String app) {
        Map<String, String> texts = texts(app, "vi");
        texts.forEach((key, text) -> {
            if (key.matches(".*[._]FIRST_?NAME")) {
                assertThat(text).as(key).matches("Họ\\*?");
            } else if (key.matches(".*[._]LAST_?NAME")) {
                assertThat(text).as(key).matches("Tên đệm và tên\\*?");
            } else if (text.contains("{{firstname}}")) {
                assertThat(text).as(key).contains("{{firstname}} {{lastname}}");
            }
        });
        assertThat(texts.keySet()).anyMatch(key -> key.matches(".*[._]FIRST_?NAME"));
    }

    /** A key, or the beginning of keys when it ends in an asterisk. */
    private record LeftInEnglish(String app, String key, String reason) {
        boolean covers(String other) {
            return key.endsWith("*") ? other.startsWith(key.substring(0, key.length() - 1)) : other.equals(key);
        }
    }

    private static List<LeftInEnglish> exceptions() {
        return new String(read(EXCEPTIONS), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(fields -> new LeftInEnglish(fields[0], fields[1], fields[2]))
                .toList();
    }

    private static Set<String> differing(String app, BiPredicate<String, String> fine) {
        Map<String, String> vietnamese = texts(app, "vi");
        return texts(app, "en").entrySet().stream()
                .filter(en -> !fine.test(en.getValue(), vietnamese.getOrDefault(en.getKey(), "")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    /** Labels and dates by path, such as {@code labels.SAVE} and {@code dateLocales.months.0}. */
    private static Map<String, String> texts(String app, String language) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            String json = new String(read(APP.formatted(app, language)), StandardCharsets.UTF_8);
            collect("", new ObjectMapper().readTree(json.replace("\uFEFF", "")), texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isObject()) {
            node.properties().forEach(it -> collect(path + "." + it.getKey(), it.getValue(), texts));
        } else if (node.isArray()) {
            Stream.iterate(0, it -> it < node.size(), it -> it + 1)
                    .forEach(it -> collect(path + "." + it, node.get(it), texts));
        } else {
            texts.put(path.substring(1), node.asText());
        }
    }

    private static byte[] read(String resource) {
        try (InputStream stream = TranslationTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
