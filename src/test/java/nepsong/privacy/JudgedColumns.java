package nepsong.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every column that can hold text is either in the register of personal data or among those that hold none. */
public final class JudgedColumns {

    private static final Path REGISTER = Path.of("src/main/resources/privacy/personal-data.csv");
    private static final Path OTHERS = Path.of("src/test/resources/security/no-personal-data.csv");

    private JudgedColumns() {}

    /** Columns of the database that nobody judged, judged ones that are not there, and such as were judged twice. */
    public static List<String> differences(JdbcClient jdbc) {
        Set<String> personal = judged(REGISTER);
        Set<String> others = judged(OTHERS);
        Set<String> there = Set.copyOf(texts(jdbc));
        Set<String> differences = new TreeSet<>();
        there.stream()
                .filter(column -> !personal.contains(column) && !others.contains(column))
                .forEach(column -> differences.add(column + " was not judged"));
        personal.stream()
                .filter(column -> !there.contains(column) || others.contains(column))
                .forEach(column -> differences.add(column + " is not there, or was judged twice"));
        others.stream()
                .filter(column -> !there.contains(column))
                .forEach(column -> differences.add(column + " is not there"));
        return List.copyOf(differences);
    }

    /** {@code table,column} in small letters. */
    static List<String> texts(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select lower(table_name) || ',' || lower(column_name) from information_schema.columns
                        where lower(table_schema) = 'public'
                          and lower(data_type) in ('character varying', 'character large object', 'character', 'text')
                        order by 1
                        """)
                .query(String.class)
                .list();
    }

    private static Set<String> judged(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.replaceFirst("([^,]*,[^,]*).*", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
