package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TimeZone;
import nepsong.audit.VerifyChain;
import nepsong.organisation.LoadUnits;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.privacy.ErasePerson;
import nepsong.privacy.ExportPerson;
import nepsong.privacy.JudgedColumns;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Profile {@code prod} with what an operator must set, and nothing more. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "nepsong.mail.base-url=https://nepsong.example",
            "nepsong.audit.key=of a length that nobody guesses",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("prod")
class SafeStartPostgresTest {

    private static final Path PASSWORD = Path.of("target", "first-password-of-production");

    private static final TimeZone MACHINE = TimeZone.getDefault();

    @AfterAll
    static void theMachineHasItsOwnTimeAgain() {
        TimeZone.setDefault(MACHINE);
    }

    /** Ends with the tests' process, as the context does that uses it. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        Files.deleteIfExists(PASSWORD);
        TimeZone.setDefault(TimeZone.getTimeZone(WorkingCalendar.ZONE));
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("nepsong.first-start.password-file", PASSWORD::toString);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private SafetyCheck safety;

    @Autowired
    private IdentityService identities;

    @Autowired
    private LoadUnits loading;

    @Autowired
    private People people;

    @Autowired
    private ExportPerson export;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private VerifyChain chain;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void itStartsWithOneAdministratorAndWouldNotWithoutOne() throws IOException {
        SafetyFacts facts = safety.facts();
        assertThat(SafetyPolicy.reasons(facts)).isEmpty();
        assertThat(facts.database()).isEqualTo("PostgreSQL");
        assertThat(facts.scriptEngines()).isNotEmpty();
        assertThat(facts.administrators()).isOne();
        assertThat(facts.users()).isOne();
        assertThat(Files.readString(PASSWORD).strip()).hasSizeGreaterThanOrEqualTo(20);

        identities.deleteMembership("admin", "camunda-admin");
        assertThat(SafetyPolicy.reasons(safety.facts()))
                .singleElement()
                .asString()
                .contains("no direct member");
        identities.createMembership("admin", "camunda-admin");
    }

    @Test
    void everyUnitHasItsRolesAlsoOneThatIsLoadedLater() {
        assertThat(groupsOf("phoankiem")).isEqualTo(3);

        String file =
                """
                code,kind,name_vi,name_en,area,valid_from
                p-thu-duc,ward,Phường Thủ Đức,Thu Duc Ward,Thủ Đức,2025-07-01
                """;
        assertThat(loading.load(file.getBytes(StandardCharsets.UTF_8)).wasRefused())
                .isFalse();

        assertThat(groupsOf("pthuduc")).isEqualTo(3);
        assertThat(identities
                        .createGroupQuery()
                        .groupId("headAtpthuduc")
                        .singleResult()
                        .getName())
                .isEqualTo("Lãnh đạo đơn vị – Phường Thủ Đức");
    }

    private long groupsOf(String unitKey) {
        return identities
                .createGroupQuery()
                .groupIdIn("coordinatorAt" + unitKey, "headAt" + unitKey, "inspectorAt" + unitKey)
                .count();
    }

    @Test
    void everyTextColumnIsJudgedHereToo() {
        assertThat(JudgedColumns.differences(jdbc)).isEmpty();
    }

    /** The database of the tests is another one. */
    @Test
    void theDataOfAPersonIsTakenOutAndErasedHereToo() {
        User hired = identities.newUser("nvrieng8");
        hired.setFirstName("Nguyễn");
        hired.setLastName("Vĩnh Riêng");
        hired.setEmail("rieng@coquan.example");
        identities.saveUser(hired);
        identities.createMembership("nvrieng8", "managers");
        Person person = people.find("nvrieng8").orElseThrow();

        String file = new String(
                export.export(person, "Theo đơn ngày 01/11/2023", "admin").content(), StandardCharsets.UTF_8);
        String pseudonym = erase.erase("nvrieng8", "nvrieng8", "Theo đơn ngày 01/11/2023", "admin")
                .pseudonym();

        assertThat(file).contains("rieng@coquan.example", "\"Nhóm\" : \"managers\"");
        assertThat(pseudonym).startsWith("Người dùng đã xóa ");
        assertThat(people.find("nvrieng8")).isEmpty();
        assertThat(identities.createUserQuery().userId("nvrieng8").count()).isZero();
        assertThat(chain.verify(null).isIntact()).isTrue();
    }

    @Test
    void everyCookieIsForTlsAlone() throws IOException, InterruptedException {
        HttpResponse<Void> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login"))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("the session's, which no other host and nobody without TLS can set")
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-JSESSIONID=")
                        .contains("Path=/;")
                        .doesNotContain("Domain="));
    }
}
