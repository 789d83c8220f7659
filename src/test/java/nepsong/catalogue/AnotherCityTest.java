package nepsong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who brings another city finds in the README every place that names this one. */
class AnotherCityTest {

    private static final Pattern CITY = Pattern.compile("Hà Nội|SVHTT|Sở Văn hóa");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*(//|--).*$");
    private static final List<String> TEXTS =
            List.of(".java", ".html", ".txt", ".js", ".json", ".form", ".sql", ".yaml");

    /** What the administrator loads instead, and the demonstration. */
    private static final Pattern ELSEWHERE = Pattern.compile(".*/demonstration/.*|.*/organisation/Demonstration.java");

    @Test
    void everyPlaceThatNamesTheCityIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section = readme.substring(readme.indexOf("## Another city"), readme.indexOf("## Changing a process"));
        List<Path> naming = Stream.of("src/main", "forms")
                .flatMap(AnotherCityTest::texts)
                .filter(AnotherCityTest::namesTheCity)
                .toList();
        assertThat(naming)
                .hasSizeGreaterThan(10)
                .allSatisfy(file -> assertThat(section).as("%s", file).contains(nameInTheReadme(file)));
        assertThat(section).contains("templates/login.html");
    }

    /** Pages of the same name are told apart by their folder. */
    private static String nameInTheReadme(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".html") ? file.getParent().getFileName() + "/" + name : name.replace(".java", "");
    }

    private static Stream<Path> texts(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> TEXTS.stream().anyMatch(file.toString()::endsWith))
                    .filter(file -> !ELSEWHERE
                            .matcher(file.toString().replace('\\', '/'))
                            .matches())
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean namesTheCity(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return CITY.matcher(text).find()
                    && CITY.matcher(COMMENT.matcher(text).replaceAll("")).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
