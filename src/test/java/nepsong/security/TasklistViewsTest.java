package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nepsong.engine.AllowedCalls;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Every view of Tasklist, as its own program has it, and not only those that a browser of ours was seen to open: each call
 * in it is allowed, or the control that makes it is out of sight. {@code tasklist-views.csv} says which; RoleMatrixTest
 * asks each of them over HTTP.
 */
class TasklistViewsTest {

    private static final String PROGRAM =
            "META-INF/resources/webjars/camunda/app/tasklist/camunda-tasklist-bootstrap.js";
    private static final Path STYLES =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/tasklist/styles/user-styles.css");
    private static final String ENGINE = "/camunda/api/engine/engine/{name}/";

    /** A resource as the program's client of the web API declares it. */
    private static final Pattern MODULE =
            Pattern.compile("\\b[a-z]\\.path=\"([a-z-]+)\"(.*?)[a-z]\\.exports=", Pattern.DOTALL);

    private static final Pattern WAY = Pattern.compile("\\+\"(/[a-zA-Z/-]+)\"");

    @Test
    void everyCallOfEveryViewIsAllowedOrItsControlIsOutOfSight() throws IOException {
        String styles = Files.readString(STYLES);
        Map<String, CSVRecord> answers = RoleTable.read("camunda.csv");
        List<String> problems = new ArrayList<>();
        for (CSVRecord line : RoleTable.read("tasklist-views.csv").values()) {
            String call = line.get("method") + " " + line.get("path");
            String away = line.get("away");
            if (AllowedCalls.allow(call, Set.of("coordinatorAtqbadinh")) != away.isEmpty()) {
                problems.add(call + (away.isEmpty() ? " is refused in view " + line.get("view") : " need not be away"));
            }
            if (away.startsWith("css ") && !styles.contains(away.substring("css ".length()))) {
                problems.add(call + " is in sight: no rule " + away);
            }
            if (line.get("path").endsWith("{file}")) {
                // Of nothing it is refused; WorkBrowserTest loads the plugin.
                continue;
            }
            CSVRecord answered = answers.get(line.get("method") + "," + line.get("path"));
            if (answered == null && !line.get("path").contains("{varId}")) {
                problems.add(call + " is no call of the web API");
            } else if (answered != null && answered.get("unitA").equals("403") != !away.isEmpty()) {
                problems.add(call + " answers " + answered.get("unitA"));
            }
        }
        assertThat(problems).isEmpty();
    }

    /** A call that a new version of Tasklist brings is to be looked at before it is shipped. */
    @Test
    void noCallOfTasklistsProgramIsForgotten() throws IOException {
        String program = program();
        Set<String> used = Pattern.compile("\\.resource\\(\"([a-z-]+)\"\\)")
                .matcher(program)
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        // Of the head of Camunda's other applications: Tasklist shows no form for passwords.
        used.remove("password-policy");
        Set<String> known = RoleTable.read("tasklist-views.csv").values().stream()
                .map(line -> line.get("path"))
                .filter(path -> path.startsWith(ENGINE))
                .collect(Collectors.toSet());
        assertThat(used).contains("task", "filter", "process-definition").allMatch(resource -> known.stream()
                .anyMatch(path -> path.startsWith(ENGINE + resource)));
        Matcher module = MODULE.matcher(program);
        int ways = 0;
        while (module.find()) {
            if (Set.of("task", "filter").contains(module.group(1))) {
                for (Matcher way = WAY.matcher(module.group(2)); way.find(); ways++) {
                    String end = way.group(1).replaceAll("/$", "");
                    assertThat(known)
                            .as("%s%s", module.group(1), end)
                            .anyMatch(path -> path.startsWith(ENGINE + module.group(1)) && path.contains(end));
                }
            }
        }
        assertThat(ways).isGreaterThan(12);
    }

    private static String program() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                TasklistViewsTest.class.getClassLoader().getResourceAsStream(PROGRAM), PROGRAM)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
