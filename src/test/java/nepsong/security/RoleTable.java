package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import nepsong.organisation.Groups;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of {@code src/test/resources/security}: which status a call answers to each role. Calls that the table lacks, and
 * lines that nothing answers to any more, are differences; all of it as it was answered is left in {@code target/security}.
 */
final class RoleTable {

    static final String NOT_ASKED = "-";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final Path TABLES = Path.of("src/test/resources/security");
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Column of the table to login; the first is nobody. */
    static final Map<String, String> ROLES = roles();

    private final Visitors visitors;

    /** Of our own pages, by role. */
    private final Map<String, String> tokens = new HashMap<>();

    RoleTable(Visitors visitors) {
        this.visitors = visitors;
    }

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("anonymous", "");
        roles.put("unitA", "qtayhoCoordinator");
        roles.put("unitB", "sodulichCoordinator");
        roles.put("inspector", "sodulichInspector");
        roles.put("headOfTeam", Groups.HEAD_OF_TEAM);
        roles.put("council", "council1");
        roles.put("manager", "manager");
        roles.put("administrator", "admin");
        return roles;
    }

    /**
     * @param types by {@code method,path}, what is sent; empty for no body
     * @param paths what is asked for a path of the table
     */
    void compare(String file, Map<String, String> types, UnaryOperator<String> paths) throws IOException {
        Map<String, CSVRecord> table = read(file);
        Set<String> asked = new TreeSet<>(types.keySet());
        asked.addAll(table.keySet());
        List<String> differences = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (String route : asked) {
            CSVRecord line = table.get(route);
            StringBuilder got = new StringBuilder(route);
            for (String role : ROLES.keySet()) {
                String expected = line == null ? "" : line.get(role);
                String status =
                        expected.equals(NOT_ASKED) ? NOT_ASKED : ask(role, route, types.getOrDefault(route, ""), paths);
                got.append(',').append(status);
                if (!status.equals(expected)) {
                    differences.add(route + " answers " + role + " " + status + ", expected "
                            + (line == null ? "in no table" : expected));
                }
            }
            answered.add(got.toString());
        }
        Path report = Path.of("target", "security", file);
        Files.createDirectories(report.getParent());
        Files.writeString(report, header() + "\n" + String.join("\n", answered) + "\n");
        assertThat(differences)
                .as("as answered, to be judged before it is taken over: %s", report)
                .isEmpty();
    }

    private static String header() {
        return "method,path," + String.join(",", ROLES.keySet());
    }

    private String ask(String role, String route, String type, UnaryOperator<String> paths) {
        String[] parts = route.split(",", 2);
        String person = ROLES.get(role);
        Visitor visitor = person.isEmpty() ? visitors.nobody() : visitors.as(person);
        String body =
                switch (type) {
                    case "" -> "";
                    case "application/json" -> "{}";
                    case FORM -> "_csrf=" + tokens.computeIfAbsent(role, each -> visitor.csrf());
                    default ->
                        parts[1].startsWith("/api/")
                                ? "--x--\r\n"
                                : "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--x--\r\n"
                                        .formatted(tokens.computeIfAbsent(role, each -> visitor.csrf()));
                };
        return String.valueOf(
                visitor.send(parts[0], paths.apply(parts[1]), type, body).statusCode());
    }

    static Map<String, CSVRecord> read(String file) throws IOException {
        Map<String, CSVRecord> table = new LinkedHashMap<>();
        Path path = TABLES.resolve(file);
        if (Files.exists(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                CSV.parse(reader).forEach(line -> table.put(line.get("method") + "," + line.get("path"), line));
            }
        }
        return table;
    }
}
