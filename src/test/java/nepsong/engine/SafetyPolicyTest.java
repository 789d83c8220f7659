package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafetyPolicyTest {

    private static final Map<String, String> TIMEOUTS = Map.of(
            "mail.smtp.connectiontimeout", "10000", "mail.smtp.timeout", "10000", "mail.smtp.writetimeout", "10000");
    private static final List<String> SAFE_ENDPOINTS = List.of("health", "info", "prometheus");
    private static final List<String> OUR_ENGINES = List.of("org.camunda.feel.impl.script.FeelScriptEngineFactory");

    /** What is safe, to be spoilt one by one. */
    private boolean authorization = true;

    private boolean demonstration;
    private long users = 5;
    private long administrators = 1;
    private List<String> mixed = List.of();
    private List<String> demonstrationUsers = List.of();
    private String database = "PostgreSQL";
    private boolean console;
    private String baseUrl = "https://nepsong.example";
    private Map<String, String> mail = new HashMap<>(TIMEOUTS);
    private String protocol = "smtp";
    private String healthDetails = "never";
    private List<String> exposed = SAFE_ENDPOINTS;
    private List<String> engines = OUR_ENGINES;
    private ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    private Optional<String> auditKey = Optional.empty();

    @Test
    void whatIsSafeStarts() {
        assertThat(reasons()).isEmpty();
    }

    @Test
    void theFirstStartOfAllStarts() {
        users = 0;
        administrators = 0;
        assertThat(reasons()).isEmpty();
    }

    @Test
    void authorizationMustBeOn() {
        authorization = false;
        assertThat(reasons()).singleElement().asString().contains("camunda.bpm.authorization.enabled");
    }

    @Test
    void theAdministratorsMustHaveADirectMember() {
        administrators = 0;
        assertThat(reasons()).singleElement().asString().contains("camunda-admin has no direct member");
    }

    @Test
    void theDemonstrationMustBeOff() {
        demonstration = true;
        assertThat(reasons()).singleElement().asString().contains("nepsong.demo is true");
    }

    @Test
    void noUserOfTheDemonstrationMayBeLeft() {
        demonstrationUsers = List.of("office", "manager");
        assertThat(reasons()).singleElement().asString().contains("office, manager");
    }

    @Test
    void theDatabaseMustNotBeH2() {
        database = "H2";
        assertThat(reasons()).singleElement().asString().contains("the database is H2");
    }

    @Test
    void theDatabasesConsoleMustBeOff() {
        console = true;
        assertThat(reasons()).singleElement().asString().contains("spring.h2.console.enabled");
    }

    @Test
    void theBaseAddressMustBeHttps() {
        baseUrl = "http://nepsong.example";
        assertThat(reasons()).singleElement().asString().contains("not https: http://nepsong.example");
    }

    @Test
    void everyTimeoutOfTheMailMustBeThere() {
        for (String name : SafetyPolicy.MAIL_TIMEOUTS) {
            String timeout = "mail.smtp." + name;
            for (String bad : List.of("", "0", "-1", "soon")) {
                mail = new HashMap<>(TIMEOUTS);
                mail.put(timeout, bad);
                assertThat(reasons()).singleElement().asString().contains(timeout + " is missing");
            }
            mail.remove(timeout);
            assertThat(reasons()).singleElement().asString().contains(timeout + " is missing");
        }
    }

    @Test
    void mailOverTlsHasTimeoutsOfItsOwn() {
        protocol = "smtps";
        assertThat(reasons()).hasSize(3).allMatch(reason -> reason.contains("mail.smtps."));
        SafetyPolicy.MAIL_TIMEOUTS.forEach(name -> mail.put("mail.smtps." + name, "10000"));
        assertThat(reasons()).isEmpty();
    }

    @Test
    void whoAdministersMustHaveNoOtherRole() {
        mixed = List.of("admin");
        assertThat(reasons()).singleElement().asString().contains("another role as well: admin");
    }

    @Test
    void healthMustNotTellOfTheMachine() {
        healthDetails = "always";
        assertThat(reasons()).singleElement().asString().contains("show-details is always");
    }

    @Test
    void theActuatorMustNotShowMoreThanItMay() {
        for (String endpoint : List.of("*", "env", "heapdump", "sbom", "beans")) {
            exposed = List.of("health", endpoint);
            assertThat(reasons()).singleElement().asString().contains("exposes " + endpoint);
        }
    }

    @Test
    void noOtherScriptEngineMayBeThere() {
        engines = List.of(OUR_ENGINES.get(0), "org.codehaus.groovy.jsr223.GroovyScriptEngineFactory");
        assertThat(reasons()).singleElement().asString().contains("GroovyScriptEngineFactory");
    }

    @Test
    void theClockOnTheWallMustBeHanois() {
        for (String other : List.of("UTC", "Europe/Berlin", "Asia/Shanghai")) {
            zone = ZoneId.of(other);
            assertThat(reasons())
                    .singleElement()
                    .asString()
                    .contains("the time zone is " + other, "TZ=Asia/Ho_Chi_Minh");
        }
        for (String same : List.of("Asia/Saigon", "Asia/Ho_Chi_Minh")) {
            zone = ZoneId.of(same);
            assertThat(reasons()).isEmpty();
        }
    }

    @Test
    void theAuditChainMustHaveAKey() {
        auditKey = Optional.of("nepsong.audit.key is not set");
        assertThat(reasons()).containsExactly("nepsong.audit.key is not set");
    }

    @Test
    void everyReasonHasALineOfItsOwn() {
        authorization = false;
        database = "H2";
        baseUrl = "http://127.0.0.1:8080";
        assertThat(UnsafeStartException.lines(reasons()).strip().lines()).hasSize(3);
    }

    private List<String> reasons() {
        return SafetyPolicy.reasons(new SafetyFacts(
                authorization,
                demonstration,
                users,
                administrators,
                mixed,
                demonstrationUsers,
                database,
                console,
                baseUrl,
                protocol,
                mail,
                exposed,
                healthDetails,
                engines,
                zone,
                auditKey));
    }
}
