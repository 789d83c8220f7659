package nepsong.privacy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The register of personal data: every column that can hold some, and what becomes of it. The same file leads taking out
 * and erasing, so that nothing is forgotten in one of them.
 */
@Component
class PersonalData {

    private static final String FILE = "privacy/personal-data.csv";
    private static final String NAME = "[a-z][a-z0-9_]*";

    private final List<PersonalColumn> columns = read();

    /** In the order of the file. */
    List<PersonalColumn> all() {
        return columns;
    }

    List<PersonalColumn> of(Rule... rules) {
        List<Rule> wanted = Arrays.asList(rules);
        return columns.stream().filter(column -> wanted.contains(column.rule())).toList();
    }

    /** The column of the same table that says whose row it is. */
    PersonalColumn owner(PersonalColumn column) {
        return columns.stream()
                .filter(other ->
                        other.table().equals(column.table()) && other.rule().holdsLogin())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody owns " + column.table()));
    }

    private static List<PersonalColumn> read() {
        try (Reader file =
                new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(file).stream()
                    .map(PersonalData::column)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    private static PersonalColumn column(CSVRecord line) {
        Map<String, String> shown = new LinkedHashMap<>();
        Arrays.stream(line.get("with").split(";"))
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> shown.put(plain(pair.replaceFirst("=.*", "")), pair.replaceFirst("[^=]*=", "")));
        return new PersonalColumn(
                plain(line.get("table")),
                plain(line.get("column")),
                Rule.valueOf(line.get("rule")),
                line.get("kind"),
                line.get("title"),
                shown);
    }

    /** Names become part of statements. */
    private static String plain(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalStateException(FILE + ": no name of a table or column: " + name);
        }
        return name;
    }
}
