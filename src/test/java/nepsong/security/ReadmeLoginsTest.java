package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody whom the README's table of logins names can log in, and lands where it says. */
@RunningApplication
class ReadmeLoginsTest {

    private static final Pattern ROW = Pattern.compile("\\| (`[^|]*) \\|[^|]*\\| ([^|]*) \\|");
    private static final Pattern LOGIN = Pattern.compile("`(\\w+?)(\\d*)`( … `\\w+?(\\d+)`)?");
    private static final String EXAMPLE = "qbadinh";

    @LocalServerPort
    int port;

    private final ProcessEngine engine;
    private final ServerProperties server;

    @Autowired
    ReadmeLoginsTest(ProcessEngine engine, ServerProperties server) {
        this.engine = engine;
        this.server = server;
    }

    @Test
    void whoKnowsThePasswordThatEverybodyKnowsSitsAtThisMachine() {
        assertThat(server.getAddress()).matches(InetAddress::isLoopbackAddress, "is of this machine alone");
    }

    @Test
    void everyLoginOfTheReadmeLeadsWhereItSays() throws IOException {
        Map<String, String> logins = logins();
        assertThat(logins)
                .hasSize(Demonstration.central().size()
                        + 3 * Demonstration.units().size());
        logins.forEach((login, sees) -> {
            Visitor visitor = new Visitor(port, engine.getName());
            HttpResponse<String> answer = visitor.form(
                    "/login",
                    "username=" + login + "&password=" + Visitor.encode(Demonstration.PASSWORD) + "&_csrf="
                            + visitor.csrf());
            assertThat(answer.headers().firstValue("Location").orElse("none"))
                    .as(login)
                    .endsWith(landing(sees));
        });
    }

    private static String landing(String sees) {
        if (sees.startsWith("Tasklist")) {
            return "/camunda/app/tasklist/default/";
        }
        return sees.startsWith("`/progress`") ? "/progress" : "/camunda/app/welcome/default/";
    }

    /** What the table says they see first, by login; what it says of one unit holds for each. */
    private static Map<String, String> logins() throws IOException {
        Map<String, String> logins = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("README.md"))
                .replaceAll("(?s).*## Who logs in and what they see(.*?)\n## .*", "$1"));
        while (rows.find()) {
            for (MatchResult named : LOGIN.matcher(rows.group(1)).results().toList()) {
                String name = named.group(1);
                if (name.startsWith(EXAMPLE)) {
                    Demonstration.units()
                            .keySet()
                            .forEach(unit -> logins.put(
                                    unit.replace("-", "") + name.substring(EXAMPLE.length()), rows.group(2)));
                } else if (named.group(4) == null) {
                    logins.put(name + named.group(2), rows.group(2));
                } else {
                    for (int i = Integer.parseInt(named.group(2)); i <= Integer.parseInt(named.group(4)); i++) {
                        logins.put(name + i, rows.group(2));
                    }
                }
            }
        }
        return logins;
    }
}
