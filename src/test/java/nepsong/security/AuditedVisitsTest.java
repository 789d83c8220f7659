package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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

    private long before;

    @BeforeEach
    void remember() {
        before = jdbc.sql("select coalesce(max(id), 0) from audit_events")
                .query(Long.class)
                .single();
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
