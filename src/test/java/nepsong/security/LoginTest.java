package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplication
class LoginTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private LoginAttempts attempts;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port, engine.getName());
    }

    @Test
    void staffLandInTasklistAndItsProgramsKnowThem() {
        HttpResponse<String> answer = visitor.logIn("qbadinhCoordinator", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/camunda/app/tasklist/default/");
        assertThat(visitor.cookie("XSRF-TOKEN")).isPresent();
        assertThat(visitor.get("/camunda/api/admin/auth/user/" + engine.getName())
                        .body())
                .contains("\"userId\":\"qbadinhCoordinator\"")
                .contains("tasklist")
                .doesNotContain("cockpit");
        assertThat(visitor.enginePost("task/count", "{}").body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void managersLandOnTheProgressAndAdministratorsAtCamundasWelcome() {
        assertThat(location(visitor.logIn("manager", PASSWORD))).endsWith("/progress");
        assertThat(location(new Visitor(port, engine.getName()).logIn("admin", PASSWORD)))
                .endsWith("/camunda/app/welcome/default/");
    }

    @Test
    void thePageThatWasAskedForComesAfterTheLogin() {
        HttpResponse<String> sentAway = visitor.get("/guide");
        assertThat(location(sentAway)).endsWith("/login");
        assertThat(location(visitor.logIn("office", PASSWORD))).endsWith("/guide");
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonGetTheSameAnswer() {
        HttpResponse<String> wrong = visitor.logIn("office", "wrong");
        HttpResponse<String> unknown = visitor.logIn("nobody", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(location(wrong)).isEqualTo(location(unknown)).endsWith("/login?error");
        assertThat(visitor.get("/login?error").body()).contains("không đúng");
    }

    @Test
    void aLoginWithoutItsTokenIsRefused() {
        assertThat(visitor.form("/login", "username=office&password=" + PASSWORD.replace("#", "%23"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSessionIsRenewedAtTheLoginAndItsCookieIsKeptFromScripts() {
        HttpResponse<String> page = visitor.get("/login");
        String before = visitor.cookie("JSESSIONID").orElse("none");
        HttpResponse<String> answer = visitor.logIn("office", PASSWORD);
        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
        assertThat(String.join(";", answer.headers().allValues("Set-Cookie")))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void camundasPagesKeepTheirOwnPolicy() {
        visitor.logIn("office", PASSWORD);
        HttpResponse<String> page = visitor.get("/camunda/app/tasklist/" + engine.getName() + "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("nonce-");
        assertThat(page.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void tasklistsOwnLogoutEndsTheOneSession() {
        visitor.logIn("office", PASSWORD);
        assertThat(visitor.get("/guide").statusCode()).isNotEqualTo(302);
        assertThat(visitor.post("/camunda/api/admin/auth/user/" + engine.getName() + "/logout", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/guide").statusCode()).isEqualTo(302);
        assertThat(visitor.engineGet("task").statusCode()).isEqualTo(401);
    }

    @Test
    void ourLogoutEndsCamundasSessionToo() {
        visitor.logIn("office", PASSWORD);
        assertThat(visitor.form("/logout", "").statusCode()).isEqualTo(403);
        assertThat(location(visitor.form("/logout", "_csrf=" + visitor.csrf()))).endsWith("/login?logout");
        assertThat(visitor.engineGet("task").statusCode()).isEqualTo(401);
    }

    @Test
    void programsMaySendNameAndPasswordAndAreToldSoInWords() {
        HttpResponse<String> anonymous = visitor.get("/api/cycles");
        assertThat(anonymous.statusCode()).isEqualTo(401);
        assertThat(anonymous.headers().firstValue("WWW-Authenticate"))
                .get()
                .asString()
                .startsWith("Basic");
        assertThat(anonymous.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("application/problem+json");
        assertThat(visitor.send(visitor.request("/api/score")
                                .header("Authorization", basic("office"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(visitor.send(visitor.request("/api/outbox").header("Authorization", basic("office")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionsPostToOurProgramsNeedsATokenAndCamundasWillDo() {
        visitor.logIn("office", PASSWORD);
        assertThat(visitor.send(visitor.request("/api/score")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.post("/api/score", "{}").statusCode()).isNotIn(401, 403);
    }

    @Test
    void anAccountRestsAfterTenWrongPasswordsWhateverComesNext() {
        for (int i = 0; i < LoginAttempts.PER_ACCOUNT; i++) {
            visitor.form("/login", "username=council5&password=wrong&_csrf=" + visitor.csrf());
        }
        assertThat(location(visitor.logIn("council5", PASSWORD))).endsWith("/login?error");
        assertThat(location(visitor.logIn("council4", PASSWORD))).doesNotContain("error");
        // Other tests of this application log in as everybody.
        attempts.succeeded("council5", "127.0.0.1", null);
    }

    @Test
    void whoLeavesAGroupLosesItsRightsAtTheNextLook() {
        engine.getIdentityService().deleteMembership("secretary", "secretaries");
        visitor.logIn("secretary", PASSWORD);
        assertThat(visitor.get("/api/cycles").statusCode()).isEqualTo(403);
        engine.getIdentityService().createMembership("secretary", "secretaries");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
