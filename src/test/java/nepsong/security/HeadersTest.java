package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer tells the browser, whether it is a page, a file, a refusal or an error. */
@RunningApplication
class HeadersTest {

    private static final List<String> PEOPLE = List.of("", "office", "manager", "admin");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    /** Where the library that draws processes writes sizes and colours as attributes, and these alone. */
    private static final Set<String> DRAWING = Set.of("/progress/1/processes/1", "/tasks/1/standing");

    /** A mail has the styles that mails need, and so a policy of its own, which lets nothing act. */
    private static final String LETTER = "/mail/1/html";

    /** Before the login, and a mail as it looks, shown in a frame of its page. */
    private static final Set<String> WITHOUT_HEAD = Set.of("/login", LETTER);

    private static final String DRAWN = "; style-src-attr 'unsafe-inline'";

    private String camunda;

    @BeforeEach
    void addresses() {
        camunda = "/camunda/app/tasklist/" + engine.getName() + "/";
    }

    @Test
    void everyRouteOfOursHasThemAllForEverybody() {
        SoftAssertions all = new SoftAssertions();
        for (String person : PEOPLE) {
            Visitor visitor = visitor(person);
            for (String path : ours()) {
                HttpResponse<String> answer = visitor.get(path);
                check(all, person + " " + path, answer);
                if (isAPage(answer) && answer.statusCode() == 200 && !WITHOUT_HEAD.contains(path)) {
                    all.assertThat(answer.body())
                            .as("%s %s offers the way out", person, path)
                            .contains("action=\"/logout\"", "Đăng xuất");
                }
                if (isAPage(answer) && !(path.equals(LETTER) && answer.statusCode() == 200)) {
                    String policy = answer.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("");
                    all.assertThat(policy)
                            .as(path)
                            .contains("default-src 'none'", "script-src 'self'", "base-uri 'none'");
                    all.assertThat(DRAWING.contains(path) ? policy.replace(DRAWN, "") : policy)
                            .as(path)
                            .doesNotContain("unsafe", "*", "nonce");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void camundasPagesFilesAndProgramsHaveThemTooAndKeepTheirOwnPolicy() {
        SoftAssertions all = new SoftAssertions();
        for (String person : List.of("office", "admin")) {
            Visitor visitor = visitor(person);
            for (String path : List.of(
                    camunda,
                    camunda.replace("tasklist", "cockpit"),
                    camunda.replace("tasklist", "admin"),
                    camunda.replace("tasklist", "welcome"),
                    "/camunda/app/tasklist/scripts/config.js",
                    "/camunda/api/engine/engine/" + engine.getName() + "/task/count",
                    "/camunda/api/engine/engine/" + engine.getName() + "/deployment",
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/nowhere")) {
                HttpResponse<String> answer = visitor.get(path);
                check(all, person + " " + path, answer);
                if (path.startsWith("/camunda/api/engine")) {
                    all.assertThat(answer.headers().allValues("Cache-Control"))
                            .as("%s may be kept", path)
                            .containsExactly("no-store");
                }
                if (path.equals(camunda)) {
                    all.assertThat(answer.headers()
                                    .firstValue("Content-Security-Policy")
                                    .orElse("none"))
                            .contains("nonce-", "frame-ancestors 'none'");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void errorsOfEveryKindHaveThem() {
        SoftAssertions all = new SoftAssertions();
        Visitor visitor = visitor("office");
        for (String path : List.of(
                "/nowhere",
                "/login;a=b",
                "//login",
                "/login/../guide",
                "/mail",
                "/api/nowhere",
                "/api/outbox",
                "/actuator",
                "/actuator/env",
                "/actuator/sbom",
                "/h2-console",
                "/swagger-ui/index.html",
                "/error")) {
            HttpResponse<String> answer = visitor.get(path);
            all.assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
            check(all, path, answer);
        }
        for (HttpResponse<String> answer : List.of(
                visitor.form("/login", "username=office"),
                visitor.form("/guide", ""),
                visitor.post("/api/score", "{"),
                visitor.send(visitor.request("/api/cycles").header("Authorization", "Basic bm9ib2R5Ondyb25n")))) {
            all.assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            check(all, answer.request().method() + " " + answer.uri(), answer);
            all.assertThat(answer.body()).doesNotContain("Exception", "at org.", "at nepsong.");
        }
        all.assertAll();
    }

    /** The server itself refuses these before anything of ours is asked. */
    @Test
    void whatIsNoAddressAtAllIsRefusedWithoutAWord() {
        Visitor visitor = visitor("office");
        SoftAssertions all = new SoftAssertions();
        for (String path :
                List.of("/%2e%2e/guide", "/guide%2f..", "/guide%00", "/guide%5c..", "/guide?a=" + "x".repeat(20_000))) {
            HttpResponse<String> answer = visitor.get(path);
            all.assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            all.assertThat(answer.body()).as(path).doesNotContain("Exception", "Tomcat", "HTTP Status", "at org.");
            check(all, path, answer);
        }
        all.assertAll();
        assertThat(visitor.send(visitor.request("/login").method("TRACE", BodyPublishers.noBody()))
                        .statusCode())
                .isBetween(400, 405);
    }

    @Test
    void onlyTheEvidenceBesideAFormMayBeFramedAndOnlyByUs() {
        Visitor visitor = visitor("office");
        assertThat(visitor.get("/guide").headers().firstValue("X-Frame-Options"))
                .contains("DENY");
        assertThat(visitor.get(camunda).headers().firstValue("X-Frame-Options")).contains("DENY");
        HttpResponse<String> evidence = visitor.get("/evidence/none");
        assertThat(evidence.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(evidence.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("frame-ancestors 'self'");
    }

    /** Another site's page asks: no answer says that it may read it, not even one to the question before. */
    @Test
    void noOtherOriginIsEverAllowed() {
        SoftAssertions all = new SoftAssertions();
        Visitor visitor = visitor("admin");
        Set<String> paths = ours();
        paths.addAll(List.of(
                camunda, "/camunda/api/engine/engine/" + engine.getName() + "/task/count", "/nowhere", "/guide;x=1"));
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1")) {
            for (String path : paths) {
                for (String method : List.of("GET", "OPTIONS")) {
                    HttpResponse<String> answer = visitor.send(visitor.request(path)
                            .header("Origin", origin)
                            .header("Access-Control-Request-Method", "POST")
                            .header("Access-Control-Request-Headers", "X-XSRF-TOKEN")
                            .method(method, BodyPublishers.noBody()));
                    all.assertThat(answer.headers().map().keySet())
                            .as("%s %s for %s", method, path, origin)
                            .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-allow"));
                }
            }
        }
        all.assertAll();
    }

    /** By hand, as no client of pages sends such. Some of them the server refuses before anything of ours is asked. */
    @Test
    void methodsOfNoPageAreRefusedAndTheirAnswersHaveThemToo() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (String line : List.of(
                "TRACK /login",
                "TRACE /login",
                "TRACE /guide",
                "TRACE /css/login.css",
                "TRACE /camunda/app/tasklist/",
                "TRACE *",
                "OPTIONS *",
                "GET *",
                "DEBUG /",
                "PROPFIND /",
                "MKCOL /css/login.css",
                "MOVE /api/cycles",
                "PURGE /guide",
                "FOO /api/cycles",
                "get /login",
                "CONNECT evil.example:443",
                "CONNECT /login",
                "G@T /login")) {
            String answer = byHand(line);
            all.assertThat(answer).as(line).matches("(?s)HTTP/1\\.1 (302|4\\d\\d|501) .*");
            all.assertThat(answer)
                    .as(line)
                    .contains(
                            "X-Content-Type-Options: nosniff",
                            "frame-ancestors",
                            "X-Frame-Options: ",
                            "Referrer-Policy: same-origin",
                            "Permissions-Policy: ")
                    .doesNotContain("Tomcat", "Exception", "secret-that-comes-back");
        }
        all.assertAll();
    }

    private String byHand(String line) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Said: secret-that-comes-back\r\n"
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isAPage(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private static void check(SoftAssertions all, String what, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!answer.body().isEmpty()) {
            all.assertThat(type).as("%s says what it is", what).matches("[a-z]+/[a-z0-9.+-]+(;.*)?");
        }
        if (type.matches("(text/|[^;]*\\+?xml).*")) {
            all.assertThat(type.toLowerCase(Locale.ROOT))
                    .as("%s says in which letters", what)
                    .contains("charset=utf-8");
        }
        all.assertThat(answer.headers().allValues("X-Content-Type-Options"))
                .as(what + " " + answer.statusCode())
                .containsExactly("nosniff");
        all.assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none"))
                .as(what + " policy " + answer.statusCode())
                .contains("frame-ancestors");
        all.assertThat(answer.headers().firstValue("X-Frame-Options"))
                .as(what + " frames")
                .isPresent();
        all.assertThat(answer.headers().firstValue("Referrer-Policy"))
                .as(what + " referrer")
                .contains("same-origin");
        all.assertThat(answer.headers().firstValue("Permissions-Policy").orElse("none"))
                .as(what + " permissions")
                .contains("camera=()");
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            all.assertThat(cookie).as(what).contains("SameSite=");
        }
    }

    /** Every route that a browser may ask for, with something put where an id belongs. */
    private Set<String> ours() {
        Set<String> paths = new TreeSet<>(Set.of("/login", "/css/login.css", "/js/login.js", "/actuator/health"));
        routes.getHandlerMethods().keySet().stream()
                .filter(route -> ChangingRoutes.reads(route))
                .flatMap(route -> route.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1").replace("**", "1"))
                .forEach(paths::add);
        return paths;
    }

    private Visitor visitor(String person) {
        Visitor visitor = new Visitor(port, engine.getName());
        if (!person.isEmpty()) {
            visitor.logIn(person, PASSWORD);
        }
        return visitor;
    }
}
