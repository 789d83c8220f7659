package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import nepsong.MovableClock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long a login holds. */
@RunningApplication
class SessionTest {

    private static final String ID = "temporary";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MovableClock clock;

    private IdentityService identities;
    private Visitor visitor;

    @BeforeEach
    void somebodyIsHired() {
        visitor = new Visitor(port, engine.getName());
        identities = engine.getIdentityService();
        User person = identities.newUser(ID);
        person.setPassword(PASSWORD);
        identities.saveUser(person);
        identities.createMembership(ID, "secretaries");
        identities.createMembership(ID, "staff");
        visitor.logIn(ID, PASSWORD);
    }

    @AfterEach
    void somebodyIsFired() {
        clock.reset();
        identities.deleteUser(ID);
    }

    @Test
    void halfAnHourWithoutAHandOnItEndsTheSessionHereAndAtCamunda() {
        clock.forward(Duration.ofMinutes(29));
        assertThat(isIn()).isTrue();
        clock.forward(Duration.ofMinutes(30));
        assertThat(isIn()).isFalse();
        assertThat(visitor.engineGet("task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void aPageThatRefreshesItselfKeepsNoSessionAlive() {
        for (int minute = 0; minute < 29; minute++) {
            clock.forward(Duration.ofMinutes(1));
            assertThat(visitor.enginePost("filter/none/list", "{}").statusCode())
                    .isNotEqualTo(401);
        }
        clock.forward(Duration.ofMinutes(1));
        assertThat(visitor.enginePost("filter/none/list", "{}").statusCode()).isEqualTo(401);
        assertThat(isIn()).isFalse();
    }

    @Test
    void aHandOnALongFormKeepsItAlive() {
        for (int i = 0; i < 10; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(visitor.get("/camunda/api/admin/auth/user/" + engine.getName())
                            .body())
                    .contains(ID);
        }
    }

    @Test
    void twelveHoursAreTheMostHoweverBusyTheDay() {
        for (int i = 0; i < 35; i++) {
            clock.forward(Duration.ofMinutes(20));
            assertThat(isIn()).as("after %d minutes", 20 * (i + 1)).isTrue();
        }
        clock.forward(Duration.ofMinutes(20));
        assertThat(isIn()).isFalse();
    }

    @Test
    void removalFromAGroupIsInForceWithinAMinuteHereAndAtCamunda() {
        assertThat(visitor.get("/api/cycles").statusCode()).isEqualTo(200);
        assertThat(visitor.engineGet("filter/count").body()).doesNotContain(":0");
        identities.deleteMembership(ID, "secretaries");
        identities.deleteMembership(ID, "staff");

        clock.forward(Duration.ofSeconds(31));
        assertThat(visitor.get("/api/cycles").statusCode()).isEqualTo(403);
        clock.forward(Duration.ofSeconds(29));
        assertThat(visitor.engineGet("filter/count").body()).isEqualTo("{\"count\":0}");
    }

    @Test
    void whoIsDeletedIsOutWithinAMinute() {
        identities.deleteUser(ID);
        clock.forward(Duration.ofSeconds(31));
        assertThat(isIn()).isFalse();
        assertThat(visitor.engineGet("task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOld() {
        clock.forward(Duration.ofSeconds(31));
        assertThat(isIn()).isTrue();
        User person = identities.createUserQuery().userId(ID).singleResult();
        person.setPassword("Another#Password9");
        identities.saveUser(person);
        clock.forward(Duration.ofSeconds(31));
        assertThat(isIn()).isFalse();
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotTaken() {
        Visitor victim = new Visitor(port, engine.getName());
        String token = victim.csrf();
        String chosen = victim.cookie("JSESSIONID").orElseThrow();
        victim.form("/login", "username=" + ID + "&password=" + Visitor.encode(PASSWORD) + "&_csrf=" + token);
        assertThat(victim.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(chosen);

        Visitor attacker = new Visitor(port, engine.getName());
        assertThat(attacker.send(attacker.request("/guide").header("Cookie", "JSESSIONID=" + chosen))
                        .statusCode())
                .isEqualTo(302);
        assertThat(attacker.send(attacker.request("/guide;jsessionid="
                                + victim.cookie("JSESSIONID").orElseThrow()))
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void afterTheLogoutTheOldCookieIsWorthNothing() {
        String cookie = "JSESSIONID=" + visitor.cookie("JSESSIONID").orElseThrow();
        visitor.form("/logout", "_csrf=" + visitor.csrf());
        Visitor thief = new Visitor(port, engine.getName());
        assertThat(thief.send(thief.request("/guide").header("Cookie", cookie)).statusCode())
                .isEqualTo(302);
        assertThat(thief.send(thief.request("/camunda/api/engine/engine/" + engine.getName() + "/task")
                                .header("Cookie", cookie))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLogoutTellsTheBrowserToForgetWhatItKeepsHereAndAtCamunda() {
        for (String way : List.of("/logout?_csrf=", "/camunda/api/admin/auth/user/default/logout")) {
            Visitor leaving = new Visitor(port, engine.getName());
            leaving.logIn(ID, PASSWORD);
            var answer = leaving.send(leaving.request(way.replaceAll("=.*", "=" + leaving.csrf()))
                    .header("X-Forwarded-Proto", "https")
                    .header("X-XSRF-TOKEN", leaving.cookie("XSRF-TOKEN").orElseThrow())
                    .POST(BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(way).isLessThan(400);
            assertThat(answer.headers().allValues("Clear-Site-Data")).containsExactly("\"storage\"");
        }
    }

    @Test
    void behindTlsEveryCookieIsForTlsAloneAndTheBrowserIsToldToStayThere() {
        Visitor secure = new Visitor(port, engine.getName());
        var page = secure.send(secure.request("/login").header("X-Forwarded-Proto", "https"));
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("Secure", "SameSite=Lax"));
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .get()
                .asString()
                .contains("max-age=31536000");
        var answer = visitor.send(visitor.request("/camunda/app/tasklist/" + engine.getName() + "/")
                .header("X-Forwarded-Proto", "https"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(visitor.get("/login").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    private boolean isIn() {
        return visitor.get("/guide").statusCode() == 200;
    }
}
