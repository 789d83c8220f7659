package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates must not do, if no text of a person is ever to become a script or an expression. */
class TemplatesTest {

    private static final List<Path> FOLDERS =
            List.of(Path.of("src/main/resources/templates"), Path.of("src/main/resources/mail"));

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "text that is not escaped", Pattern.compile("th:utext|data-th-utext|\\[\\(\\$"),
            "an expression evaluated twice", Pattern.compile("__\\$\\{"),
            "a script within the page", Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>|th:inline\\s*=\\s*\"javascript"),
            "a handler within the page", Pattern.compile("\\s(th:)?on[a-z]+\\s*="),
            "an address that runs", Pattern.compile("javascript:", Pattern.CASE_INSENSITIVE),
            "somebody else's server", Pattern.compile("(src|href|action)\\s*=\\s*\"(https?:)?//"));

    /** Mail programs know no style sheets, pages have theirs. */
    private static final Pattern STYLE = Pattern.compile("\\sstyle\\s*=|<style");

    /** Made into a file on the server; no browser reads it. */
    private static final String PRINTED = "progress-pdf.html";

    @Test
    void noTemplateRunsWhatAPersonTyped() {
        Map<String, String> found = new TreeMap<>();
        templates()
                .forEach((file, text) -> FORBIDDEN.forEach((what, pattern) -> {
                    if (pattern.matcher(text).find()) {
                        found.put(file.toString(), what);
                    }
                }));
        assertThat(found).isEmpty();
    }

    @Test
    void noPageCarriesStylesOfItsOwn() {
        assertThat(templates().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(FOLDERS.get(0)))
                        .filter(entry -> !entry.getKey().endsWith(PRINTED))
                        .filter(entry -> STYLE.matcher(entry.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void theRulesCanFail() {
        List<String> bad = List.of(
                "<p th:utext=\"${note}\">",
                "<p th:text=\"__${note}__\">",
                "<script>alert(1)</script>",
                "<button onclick=\"go()\">",
                "<a href=\"javascript:go()\">",
                "<script src=\"//elsewhere.example/x.js\"></script>");
        assertThat(bad).allMatch(line -> FORBIDDEN.values().stream()
                .anyMatch(pattern -> pattern.matcher(line).find()));
        assertThat(templates()).hasSizeGreaterThan(10);
    }

    private static Map<Path, String> templates() {
        Map<Path, String> templates = new TreeMap<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".html")).toList()) {
                    templates.put(file, Files.readString(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return templates;
    }
}
