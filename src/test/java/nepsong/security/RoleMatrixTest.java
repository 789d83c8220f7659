package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every route of ours and every call of Camunda's web applications, asked by every role, against the tables of expected
 * statuses in {@code src/test/resources/security}. A route that is in no table fails the test; the failure prints the
 * lines as they were answered, to be judged and added. Ids in paths are of nothing, so that 404 is "may ask", and in a
 * table of their own of something that is there. A call that is marked {@code -} is not made: it would end the session or set work going.
 */
@RunningApplication
class RoleMatrixTest {

    private static final String CYCLE = "2016";

    @Autowired
    private List<RequestMappingInfoHandlerMapping> routes;

    @Autowired
    private List<AbstractUrlHandlerMapping> mappings;

    @Autowired
    private ServletContext context;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient jdbc;

    /** Whatever other tests left behind: where a cycle runs, the list of cycles leads to it. */
    @RegisterExtension
    final CycleBegun cycle = new CycleBegun(CYCLE);

    @Test
    void everyRouteOfOursAnswersEachRoleAsTheTableSays() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        for (RequestMappingInfoHandlerMapping mapping : routes) {
            mapping.getHandlerMethods().keySet().forEach(route -> describe(route, types));
        }
        assertThat(types).hasSizeGreaterThan(20);
        new RoleTable(visitors).compare("routes.csv", types, this::ofNothing);
    }

    @Test
    void everyCallOfCamundasWebApplicationsAnswersEachRoleAsTheTableSays() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        CamundaEndpoints.of(context)
                .forEach(call -> types.put(
                        call.method() + "," + call.path(),
                        Set.of("GET", "HEAD", "OPTIONS").contains(call.method()) ? "" : "application/json"));
        assertThat(types).hasSizeGreaterThan(300);
        new RoleTable(visitors).compare("camunda.csv", types, this::ofNothing);
    }

    @Test
    void noCallOfCamundaIsOpenToNobodyAndSetupToNoOne() throws IOException {
        for (CSVRecord line : RoleTable.read("camunda.csv").values()) {
            String path = line.get("path");
            boolean gone = path.startsWith("/camunda/api/admin/setup") || path.endsWith("/login/{appName}");
            for (String role : RoleTable.ROLES.keySet()) {
                String expected = line.get(role);
                if (expected.equals(RoleTable.NOT_ASKED)) {
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

    /** What is asked of nothing tells little where it is answered like something of another's: here all is there. */
    @Test
    void whatIsThereAnswersEachRoleAsTheTableSays() throws IOException {
        RealThings things = new RealThings(engine, jdbc, CYCLE);
        try {
            Map<String, String> types = new LinkedHashMap<>();
            Map<String, CSVRecord> all = new LinkedHashMap<>(RoleTable.read("routes.csv"));
            all.putAll(RoleTable.read("camunda.csv"));
            all.keySet().stream()
                    // What changes something at Camunda is asked with real ids, and looked at afterwards, by
                    // UnitWallTest.
                    .filter(call -> call.startsWith("GET,") || !call.contains("/camunda/"))
                    .filter(call ->
                            named(call).contains("{") && !things.in(named(call)).contains("{"))
                    .forEach(call -> types.put(call, call.startsWith("GET,") ? "" : type(call)));
            assertThat(types).hasSizeGreaterThan(95);
            new RoleTable(visitors).compare("real-things.csv", types, path -> things.in(named(path)));
        } finally {
            things.areTakenAway();
        }
    }

    @Test
    void whatIsMeasuredOfTheEngineIsReadByTheAdministratorAlone() {
        HttpResponse<String> measured = visitors.as("admin").send("GET", "/actuator/prometheus", "", "");

        assertThat(measured.statusCode()).isEqualTo(200);
        assertThat(measured.body())
                .contains(
                        "nepsong_engine_tasks_open ",
                        "nepsong_engine_tasks_overdue ",
                        "nepsong_engine_incidents ",
                        "nepsong_engine_jobs_executable ",
                        "nepsong_engine_jobs_oldest_age_seconds ");
        assertThat(visitors.as("manager")
                        .send("GET", "/actuator/prometheus", "", "")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Files, Camunda's own pages and servlets, and what filters answer: no controller stands behind them. */
    @Test
    void whatNoControllerAnswersIsInATableToo() throws IOException {
        Map<String, CSVRecord> table = RoleTable.read("others.csv");
        Set<String> patterns = new TreeSet<>(List.of("/login", "/logout", "/oauth2/**", "/login/oauth2/**"));
        mappings.forEach(mapping -> mapping.getHandlerMap().keySet().forEach(patterns::add));
        context.getServletRegistrations().values().forEach(servlet -> servlet.getMappings()
                .forEach(each -> patterns.add(each.replaceAll("/\\*$", "/**"))));
        assertThat(patterns)
                .as("the engine's public interface is not shipped")
                .noneMatch(pattern -> pattern.startsWith("/engine-rest"));
        // The dispatcher's own, whose routes are in routes.csv.
        patterns.remove("/");
        AntPathMatcher matcher = new AntPathMatcher();
        assertThat(patterns.stream().filter(pattern -> table.keySet().stream()
                        .noneMatch(line -> matcher.match(pattern, line.replaceAll("^[A-Z]+,", "")))))
                .as("patterns for which others.csv has no example")
                .isEmpty();
        Map<String, String> types = new LinkedHashMap<>();
        table.keySet().forEach(call -> types.put(call, ""));
        new RoleTable(visitors).compare("others.csv", types, path -> path.replace("{engine}", engine.getName()));
    }

    private static void describe(RequestMappingInfo route, Map<String, String> types) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        boolean multipart = route.getConsumesCondition().getConsumableMediaTypes().stream()
                .anyMatch(MediaType.MULTIPART_FORM_DATA::includes);
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            for (String path : route.getPatternValues()) {
                String type = multipart ? "multipart/form-data; boundary=x" : type(path);
                types.put(method + "," + path, method == RequestMethod.GET ? "" : type);
            }
        }
    }

    private static String type(String path) {
        return path.contains("/api/") ? "application/json" : RoleTable.FORM;
    }

    /** The engine goes by its name; every other id is of nothing. */
    private String ofNothing(String path) {
        return named(path).replaceAll("\\{[^}]*\\}", "none");
    }

    private String named(String path) {
        return path.contains("/camunda/")
                ? path.replaceAll("\\{(name|engineName|engine|processEngineName)\\}(?=/|$)", engine.getName())
                : path;
    }
}
