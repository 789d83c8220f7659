package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody without a login tries the doors that scanners try: nothing opens but what is meant for everybody. */
@RunningApplication
class PathSweepTest {

    private static final Set<String> FOR_EVERYBODY = Set.of("/login", "/actuator/health", "/favicon.ico");

    private static final List<String> PLACES = List.of(
            "",
            "/actuator",
            "/api",
            "/admin",
            "/camunda",
            "/camunda/api",
            "/camunda/app",
            "/camunda/lib",
            "/static",
            "/public",
            "/app",
            "/management",
            "/engine-rest",
            "/camunda/api/engine",
            "/webjars",
            "/v1");

    private static final List<String> NAMES = List.of(
            "",
            "env",
            "beans",
            "configprops",
            "mappings",
            "heapdump",
            "threaddump",
            "dump",
            "trace",
            "httpexchanges",
            "httptrace",
            "loggers",
            "logfile",
            "metrics",
            "prometheus",
            "info",
            "shutdown",
            "restart",
            "refresh",
            "jolokia",
            "flyway",
            "liquibase",
            "scheduledtasks",
            "sessions",
            "caches",
            "conditions",
            "auditevents",
            "health/db",
            "sbom",
            "startup",
            "quartz",
            "h2-console",
            "h2",
            "console",
            "db",
            "database",
            "phpmyadmin",
            "adminer",
            "sql",
            "dump.sql",
            "backup.zip",
            "backup.sql",
            "backup",
            "data",
            "data/nepsong.mv.db",
            "data/audit.key",
            "audit.key",
            "swagger-ui.html",
            "swagger-ui/index.html",
            "swagger",
            "swagger.json",
            "v2/api-docs",
            "v3/api-docs",
            "api-docs",
            "docs",
            "docs.yaml",
            "openapi.json",
            "openapi.yaml",
            "redoc",
            "graphql",
            "graphiql",
            "ws",
            "rest",
            "soap",
            "xmlrpc.php",
            "wp-login.php",
            "wp-admin",
            "index.php",
            "index.html",
            "index.jsp",
            "login.jsp",
            "manager/html",
            "host-manager/html",
            "server-status",
            "status",
            "version",
            "debug",
            "test",
            "tmp",
            "logs",
            "log",
            "error",
            "errors",
            "trace.axd",
            "elmah.axd",
            "web.config",
            "WEB-INF/web.xml",
            "META-INF/MANIFEST.MF",
            "META-INF/sbom/application.cdx.json",
            "application.yaml",
            "application.yml",
            "application.properties",
            "bootstrap.yml",
            "security.yaml",
            ".env",
            ".git/config",
            ".git/HEAD",
            ".svn/entries",
            ".htaccess",
            ".htpasswd",
            ".DS_Store",
            ".ssh/id_rsa",
            "id_rsa",
            "robots.txt",
            "sitemap.xml",
            "security.txt",
            ".well-known/security.txt",
            ".well-known/openid-configuration",
            "crossdomain.xml",
            "config",
            "config.json",
            "settings",
            "setup",
            "setup/default/user/create",
            "install",
            "user",
            "users",
            "users/me",
            "me",
            "account",
            "register",
            "signup",
            "reset",
            "forgot-password",
            "password",
            "oauth2/authorization/city",
            "oauth/token",
            "token",
            "jwks",
            "saml",
            "login/oauth2/code/city",
            "engine/default/user",
            "engine/default/deployment",
            "engine",
            "default/user",
            "deployment",
            "process-definition",
            "task",
            "user/count",
            "authorization",
            "job",
            "outbox",
            "mail",
            "audit",
            "operations",
            "progress",
            "progress/2023",
            "cycles",
            "units/q-ba-dinh",
            "guide",
            "preferences",
            "delegation",
            "extensions",
            "home",
            "evidence/1",
            "tasks/1/file",
            "calendar/days",
            "commendations",
            "findings",
            "score",
            "pair",
            "catalogue/blocs",
            "catalogue/units");

    @Autowired
    private Visitors visitors;

    @Test
    void noneOfTwoThousandCommonPathsOpensWithoutALogin() {
        Set<String> paths = new LinkedHashSet<>();
        PLACES.forEach(place -> NAMES.forEach(name -> paths.add(place + "/" + name)));
        assertThat(paths).hasSizeGreaterThanOrEqualTo(2_000);
        Visitor nobody = visitors.nobody();
        Queue<String> open = new ConcurrentLinkedQueue<>();
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        paths.parallelStream().forEach(path -> {
            HttpResponse<String> answer = nobody.send(nobody.request(path).GET());
            if (answer.statusCode() < 300 && !FOR_EVERYBODY.contains(path)) {
                open.add(answer.statusCode() + " " + path);
            }
            // The page for errors is asked for without one.
            if (answer.statusCode() >= 500 && !path.equals("/error") || tellsOfTheInside(answer.body())) {
                broken.add(answer.statusCode() + " " + path);
            }
        });
        assertThat(open).isEmpty();
        assertThat(broken).isEmpty();
    }

    /** What is meant for everybody says no more than it must. */
    @Test
    void healthSaysHowItIsAndNoMore() {
        assertThat(visitors.nobody().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static boolean tellsOfTheInside(String body) {
        return Stream.of("Exception", "at org.", "at java.", "\"trace\"", "Whitelabel", "Apache Tomcat")
                .anyMatch(body::contains);
    }
}
