package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Another site lets a colleague's browser send requests: none of them changes anything. */
@RunningApplication
class ForgeryTest {

    private record Route(String method, String path) {}

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient jdbc;

    private Visitor visitor;
    private String strangersToken;
    private String strangersCamundaToken;

    @BeforeEach
    void twoPeopleAreLoggedIn() {
        Visitor stranger = new Visitor(port, engine.getName());
        stranger.logIn("secretary", PASSWORD);
        strangersToken = stranger.csrf();
        strangersCamundaToken = stranger.cookie("XSRF-TOKEN").orElseThrow();
        visitor = new Visitor(port, engine.getName());
        visitor.logIn("office", PASSWORD);
    }

    @Test
    void everyChangingRouteOfOursRefusesWithoutATokenWithAWrongOneAndWithSomebodyElses() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(5);
        SoftAssertions all = new SoftAssertions();
        for (Route route : routes) {
            for (String token : List.of("", "wrong", strangersToken)) {
                all.assertThat(send(route, "X-CSRF-TOKEN", token).statusCode())
                        .as("%s with “%s”", route, token)
                        .isEqualTo(403);
            }
            all.assertThat(send(route, "X-XSRF-TOKEN", strangersCamundaToken).statusCode())
                    .as("%s with somebody else's token of Camunda", route)
                    .isEqualTo(403);
        }
        all.assertAll();
    }

    @Test
    void camundasProgramsDoTheSame() throws IOException {
        List<String> paths = calls();
        assertThat(paths).contains("task/1/claim", "task/1/submit-form").hasSizeGreaterThanOrEqualTo(11);
        List<String> all = List.of("", "wrong", strangersCamundaToken);
        for (String path : paths) {
            // Each ends the session: one filter looks at them all, so that one kind a path is enough for most.
            List<String> tokens = path.startsWith("task/1/") ? all : List.of(all.get(paths.indexOf(path) % all.size()));
            for (String token : tokens) {
                Visitor victim = new Visitor(port, engine.getName());
                victim.logIn("office", PASSWORD);
                Route route = new Route("POST", "/camunda/api/engine/engine/" + engine.getName() + "/" + path);
                HttpResponse<String> answer = victim.send(request(victim, route, "X-XSRF-TOKEN", token));
                assertThat(answer.statusCode()).as("%s with “%s”", route, token).isEqualTo(403);
            }
        }
    }

    @Test
    void nobodyIsLoggedOutByAnotherSite() {
        Route logout = new Route("POST", "/camunda/api/admin/auth/user/" + engine.getName() + "/logout");
        for (String token : List.of("", "wrong", strangersCamundaToken)) {
            Visitor victim = new Visitor(port, engine.getName());
            victim.logIn("office", PASSWORD);
            assertThat(victim.send(request(victim, logout, "X-XSRF-TOKEN", token))
                            .statusCode())
                    .as("with “%s”", token)
                    .isEqualTo(403);
            assertThat(victim.get("/guide").statusCode()).isEqualTo(200);
        }
        assertThat(visitor.post(logout.path(), "{}").statusCode()).isLessThan(300);
        assertThat(visitor.get("/guide").statusCode()).isEqualTo(302);
    }

    @Test
    void aFileThatIsTooLargeToBeReadIsCalledSoAndNotAForgery() {
        String head = "--b\r\nContent-Disposition: form-data; name=\"content\"; filename=\"a.csv\"\r\n\r\n";
        HttpRequest.Builder request = visitor.request("/catalogue/themes")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(head + "x".repeat(21_500_000) + "\r\n--b--\r\n"));

        HttpResponse<String> answer = visitor.send(request);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Tệp quá lớn", "20 MB");
    }

    @Test
    void partsThatCannotBeReadDoNotHideAForgery() {
        // Of whom no other test has so many refused that the rest is not recorded.
        Visitor victim = new Visitor(port, engine.getName());
        victim.logIn("appraiser2", PASSWORD);
        HttpRequest.Builder request = victim.request("/catalogue/themes")
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("no boundary, no parts, no token"));
        int before = forgeriesOnRecord();

        assertThat(victim.send(request).statusCode()).isEqualTo(403);
        assertThat(forgeriesOnRecord()).isEqualTo(before + 1);
    }

    private int forgeriesOnRecord() {
        return jdbc.sql("select count(*) from audit_events where action = 'web.refused' and subject = ?")
                .param("POST /catalogue/themes")
                .query(Integer.class)
                .single();
    }

    @Test
    void aPasswordThatABrowserKeptAndSendsUnaskedIsNoProof() {
        HttpRequest.Builder request = visitor.request("/api/score")
                .header("Authorization", "Basic b2ZmaWNlOk5lcFNvbmcjMjAyNg==")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(visitor.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherSitesFormNeverBringsOurCookieAlong() {
        HttpResponse<String> page = new Visitor(port, engine.getName()).get("/login");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .containsAnyOf("SameSite=Lax", "SameSite=Strict"));
    }

    private HttpResponse<String> send(Route route, String header, String token) {
        return visitor.send(request(visitor, route, header, token));
    }

    private static HttpRequest.Builder request(Visitor visitor, Route route, String header, String token) {
        HttpRequest.Builder request = visitor.request(route.path())
                .header("Content-Type", "application/json")
                .method(route.method(), BodyPublishers.ofString("{}"));
        return token.isEmpty() ? request : request.header(header, token);
    }

    /** Every changing call to the engine that staff may make. */
    private static List<String> calls() throws IOException {
        String engine = "/camunda/api/engine/engine/{name}/";
        return RoleTable.read("tasklist-calls.csv").keySet().stream()
                .filter(call -> call.startsWith("POST," + engine))
                .map(call -> call.substring(("POST," + engine).length()).replaceAll("\\{[^}]*}", "1"))
                // Of managers alone: staff are refused before anything else.
                .filter(path -> !path.endsWith("/assignee"))
                .toList();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(new Route("POST", "/login"), new Route("POST", "/logout")));
        mappings.getHandlerMethods().keySet().forEach(info -> ChangingRoutes.changingMethods(info)
                .forEach(method -> info.getPatternValues()
                        .forEach(pattern -> routes.add(new Route(method, pattern.replaceAll("\\{[^}]*}", "1"))))));
        return routes;
    }
}
