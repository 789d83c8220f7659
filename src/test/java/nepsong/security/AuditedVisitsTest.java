package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.MovableClock;
import nepsong.organisation.Demonstration;
import org.apache.catalina.valves.RemoteIpValve;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who came, who was refused what, and who may read about it. */
@RunningApplication
class AuditedVisitsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletWebServerApplicationContext server;

    @Autowired
    private MovableClock clock;

    private long before;

    @BeforeEach
    void remember() {
        // Of one person a hundred refusals a minute are written; others have made some.
        clock.forward(Duration.ofDays(2));
        before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void theDayIsOver() {
        clock.forward(Duration.ofDays(1));
        clock.reset();
    }

    @Test
    void aLoginAWrongPasswordAndALogoutAreWritten() {
        Visitor lan = new Visitor(port, engine.getName());
        lan.logIn("office", "sai mật khẩu");
        lan.logIn("khongcoai", "sai mật khẩu");
        lan.logIn("office", Demonstration.PASSWORD);
        lan.form("/logout", "_csrf=" + lan.csrf());

        assertThat(written())
                .containsExactly(
                        "office login.refused !", " login.refused !", "office login.succeeded", "office login.ended");
    }

    @Test
    void aProgramsPasswordIsWrittenOnceAnHourForEachAddressAndEveryWrongOne() {
        for (String address : List.of("192.0.2.31", "192.0.2.31", "192.0.2.32")) {
            assertThat(program("secretary", Demonstration.PASSWORD, address)).isEqualTo(200);
        }
        assertThat(program("secretary", "sai mật khẩu", "192.0.2.31")).isEqualTo(401);
        assertThat(program("secretary", "sai mật khẩu", "192.0.2.31")).isEqualTo(401);
        clock.forward(Duration.ofHours(1));
        assertThat(program("secretary", Demonstration.PASSWORD, "192.0.2.31")).isEqualTo(200);

        assertThat(jdbc.sql("select concat(action, ' ', address) from audit_events where id > ? order by id")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "login.succeeded 192.0.2.31",
                        "login.succeeded 192.0.2.32",
                        "login.refused 192.0.2.31",
                        "login.refused 192.0.2.31",
                        "login.succeeded 192.0.2.31");
    }

    /** What a client says of itself is before what the proxy adds, and is not believed. */
    @Test
    void nobodyChoosesTheAddressThatIsWritten() {
        program("secretary", "sai mật khẩu", "127.0.0.1, 10.1.2.3, 192.0.2.33");
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.send(visitor.request("/guide;x=1")
                .header("X-Real-IP", "10.1.2.3")
                .header("Forwarded", "for=10.1.2.3")
                .header("X-Forwarded-For", "10.1.2.3, 192.0.2.34"));

        assertThat(jdbc.sql("select address from audit_events where id > ? order by id")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactly("192.0.2.33", "192.0.2.34");
        RemoteIpValve proxies = Stream.of(((TomcatWebServer) server.getWebServer())
                        .getTomcat()
                        .getEngine()
                        .getPipeline()
                        .getValves())
                .filter(RemoteIpValve.class::isInstance)
                .map(RemoteIpValve.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(proxies.getTrustedProxies()).isNull();
        assertThat(List.of("203.0.113.9", "10.1.2.3", "192.168.1.1", "172.16.0.1", "2001:db8::1"))
                .noneMatch(anybody -> anybody.matches(proxies.getInternalProxies()));
    }

    private int program(String person, String password, String address) {
        Visitor visitor = new Visitor(port, engine.getName());
        String login = Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor.send(visitor.request("/api/cycles")
                        .header("X-Forwarded-For", address)
                        .header("Authorization", "Basic " + login))
                .statusCode();
    }

    @Test
    void whatARoleMayNotDoIsRefusedAndWritten() {
        Visitor unit = loggedIn("qbadinhCoordinator");

        assertThat(unit.get("/audit").statusCode()).isEqualTo(403);
        assertThat(unit.engineGet("authorization").statusCode()).isEqualTo(403);
        assertThat(unit.enginePost("task/khong-co/complete", "{}").statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(written())
                .filteredOn(row -> row.endsWith("!"))
                .hasSize(3)
                .allMatch(row -> row.startsWith("qbadinh"));
    }

    @Test
    void whoeverTriesADoorThatIsNotThereIsWritten() {
        Visitor unit = loggedIn("qbadinhCoordinator");
        assertThat(unit.get("/camunda/api/admin/setup/default/user/create").statusCode())
                .isEqualTo(404);
        assertThat(unit.get("/guide;x=1").statusCode()).isEqualTo(400);
        assertThat(unit.form("/logout", "").statusCode()).isEqualTo(403);
        assertThat(unit.get("/units/q-tay-ho").statusCode()).isEqualTo(404);
        assertThat(unit.get("/api/units/q-tay-ho/scorecard?cycle=2023").statusCode())
                .isEqualTo(404);

        assertThat(written())
                .containsExactly(
                        "qbadinhCoordinator login.succeeded",
                        " web.refused !",
                        " web.refused !",
                        "qbadinhCoordinator web.refused !",
                        "qbadinhCoordinator web.refused !",
                        "qbadinhCoordinator web.refused !");
    }

    @Test
    void theAdministratorsHandOnAProcessIsWritten() {
        Visitor admin = loggedIn("admin");
        String path = "/camunda/api/engine/engine/" + engine.getName() + "/process-definition/key/extension/suspended";
        for (boolean suspended : List.of(true, false)) {
            assertThat(admin.send("PUT", path, "application/json", "{\"suspended\":" + suspended + "}")
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(written()).filteredOn("admin engine.operated"::equals).hasSize(2);
    }

    @Test
    void aPersonWhoIsPutIntoAGroupByTheAdministratorIsWritten() {
        Visitor admin = loggedIn("admin");
        String member = "/camunda/api/engine/engine/" + engine.getName() + "/group/council/members/office";
        for (String method : List.of("PUT", "DELETE")) {
            HttpResponse<String> answer = admin.send(admin.request(member)
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN").orElseThrow())
                    .method(method, BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isEqualTo(204);
        }

        assertThat(written()).contains("admin role.granted", "admin role.withdrawn");
    }

    @Test
    void theAdministratorAndTheManagersAloneReadTheTrail() {
        Map<String, Integer> expected = Map.of(
                "admin", 200,
                "manager", 200,
                "office", 403,
                "headOfTeam", 403,
                "qbadinhHead", 403);
        expected.forEach((person, status) -> {
            Visitor visitor = loggedIn(person);
            assertThat(visitor.get("/audit").statusCode()).as(person).isEqualTo(status);
            assertThat(visitor.get("/api/audit").statusCode()).as(person).isEqualTo(status);
        });
        Visitor stranger = new Visitor(port, engine.getName());
        assertThat(stranger.get("/audit").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    private Visitor loggedIn(String person) {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(person, Demonstration.PASSWORD);
        return visitor;
    }

    /** In order; an exclamation mark where it was refused. */
    private List<String> written() {
        return jdbc.sql("select actor, action, refused from audit_events where id > ? order by id")
                .param(before)
                .query((row, n) -> row.getString("actor") + " " + row.getString("action")
                        + (row.getBoolean("refused") ? " !" : ""))
                .list();
    }
}
