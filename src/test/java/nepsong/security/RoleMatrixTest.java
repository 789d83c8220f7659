package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nepsong.organisation.Groups;
import nepsong.progress.ManagedCycle;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every route of ours and every call of Camunda's web applications, asked by every role, against the tables of expected
 * statuses in {@code src/test/resources/security}. A route that is in no table fails the test; the failure prints the
 * lines as they were answered, to be judged and added. Ids in paths are of nothing, so that 404 is "may ask". A call that
 * is marked {@code -} is not made: it would end the session or set work going.
 */
@RunningApplication
class RoleMatrixTest {

    private static final Path TABLES = Path.of("src/test/resources/security");
    private static final String CYCLE = "2016";
    private static final String NOT_ASKED = "-";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Column of the table to login; the first is nobody. */
    private static final Map<String, String> ROLES = roles();

    @Autowired
    private List<RequestMappingInfoHandlerMapping> routes;

    @Autowired
    private ServletContext context;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    /** Of our own pages, by role. */
    private final Map<String, String> tokens = new HashMap<>();

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

    /** Whatever other tests left behind: where a cycle runs, the list of cycles leads to it. */
    @BeforeEach
    void aCycleRuns() {
        new ManagedCycle(jdbc, CYCLE, Instant.now()).begun(1);
    }

    @AfterEach
    void itIsForgotten() {
        ManagedCycle.forget(jdbc, CYCLE);
    }

    @Test
    void everyRouteOfOursAnswersEachRoleAsTheTableSays() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        for (RequestMappingInfoHandlerMapping mapping : routes) {
            mapping.getHandlerMethods().keySet().forEach(route -> describe(route, types));
        }
        assertThat(types).hasSizeGreaterThan(20);
        compare("routes.csv", types);
    }

    @Test
    void everyCallOfCamundasWebApplicationsAnswersEachRoleAsTheTableSays() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        CamundaEndpoints.of(context)
                .forEach(call -> types.put(
                        call.method() + "," + call.path(),
                        Set.of("GET", "HEAD", "OPTIONS").contains(call.method()) ? "" : "application/json"));
        assertThat(types).hasSizeGreaterThan(300);
        compare("camunda.csv", types);
    }

    @Test
    void noCallOfCamundaIsOpenToNobodyAndSetupToNoOne() throws IOException {
        for (CSVRecord line : table("camunda.csv").values()) {
            String path = line.get("path");
            boolean gone = path.startsWith("/camunda/api/admin/setup") || path.endsWith("/login/{appName}");
            for (String role : ROLES.keySet()) {
                String expected = line.get(role);
                if (expected.equals(NOT_ASKED)) {
                    continue;
                }
                if (gone) {
                    assertThat(expected).as("%s %s", path, role).isEqualTo("404");
                } else if (role.equals("anonymous")) {
                    assertThat(expected).as(path).isEqualTo("401");
                } else if (!role.equals("administrator") && !line.get("method").matches("GET|HEAD|OPTIONS|POST")) {
                    assertThat(expected).as(path).isEqualTo("403");
                }
            }
        }
    }

    private static void describe(RequestMappingInfo route, Map<String, String> types) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        boolean multipart = route.getConsumesCondition().getConsumableMediaTypes().stream()
                .anyMatch(MediaType.MULTIPART_FORM_DATA::includes);
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            for (String path : route.getPatternValues()) {
                String form = path.startsWith("/api/") ? "application/json" : FORM;
                String type = multipart ? "multipart/form-data; boundary=x" : form;
                types.put(method + "," + path, method == RequestMethod.GET ? "" : type);
            }
        }
    }

    /** @param types by {@code method,path}, what is sent; empty for no body */
    private void compare(String file, Map<String, String> types) throws IOException {
        Map<String, CSVRecord> table = table(file);
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
                        expected.equals(NOT_ASKED) ? NOT_ASKED : ask(role, route, types.getOrDefault(route, ""));
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

    private String ask(String role, String route, String type) {
        String[] parts = route.split(",", 2);
        String path = parts[1].replaceAll("\\{(name|engineName|engine|processEngineName)\\}", engine.getName())
                .replaceAll("\\{[^}]*\\}", "none");
        String person = ROLES.get(role);
        Visitor visitor = person.isEmpty() ? visitors.nobody() : visitors.as(person);
        String body =
                switch (type) {
                    case "" -> "";
                    case "application/json" -> "{}";
                    case FORM -> "_csrf=" + tokens.computeIfAbsent(role, each -> visitor.csrf());
                    default -> "--x--\r\n";
                };
        return String.valueOf(visitor.send(parts[0], path, type, body).statusCode());
    }

    private static Map<String, CSVRecord> table(String file) throws IOException {
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
