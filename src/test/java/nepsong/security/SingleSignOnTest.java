package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nepsong.MovableClock;
import nepsong.organisation.LoadPeople;
import nepsong.privacy.ErasePerson;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application as a city runs it: without the demonstration, with one administrator and with single sign-on. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:single;DB_CLOSE_DELAY=-1",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "camunda.bpm.job-execution.enabled=false",
            "nepsong.demo=false",
            "nepsong.sso.groups-claim=realm_access.roles",
            "nepsong.sso.groups[City\\ Office]=standingOffice",
            "nepsong.sso.groups[City\\ IT]=camunda-admin",
            "spring.security.oauth2.client.registration.city.client-id=" + StubProvider.CLIENT,
            "spring.security.oauth2.client.registration.city.client-secret=not-a-secret",
            "spring.security.oauth2.client.registration.city.scope=openid,profile,email",
            "spring.security.oauth2.client.provider.city.user-name-attribute=preferred_username"
        })
@Import(MovableClock.class)
class SingleSignOnTest {

    private static final StubProvider PROVIDER = new StubProvider();
    private static final Path PASSWORD_FILE = Path.of("target", "first-password");
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws IOException {
        Files.deleteIfExists(PASSWORD_FILE);
        properties.add("nepsong.first-start.password-file", PASSWORD_FILE::toString);
        properties.add("spring.security.oauth2.client.provider.city.issuer-uri", PROVIDER::issuer);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ErasePerson erase;

    @Autowired
    private LoadPeople loading;

    private IdentityService identities;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        identities = engine.getIdentityService();
        visitor = new Visitor(port, engine.getName());
    }

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @AfterAll
    static void theProviderCloses() {
        PROVIDER.close();
    }

    @Test
    void thereIsOneAdministratorWhosePasswordOnlyTheOwnerOfTheFileReads() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PASSWORD_FILE)))
                .isEqualTo("rw-------");
        String password = Files.readString(PASSWORD_FILE).strip();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .contains("admin");
        assertThat(location(visitor.logIn("admin", password))).endsWith("/camunda/app/welcome/default/");
        assertThat(visitor.get("/login").body()).doesNotContain("NepSong#2026");
    }

    @Test
    void weakPasswordsAreRefused() {
        User person = identities.newUser("weak");
        person.setPassword("123");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> identities.saveUser(person))
                .hasMessageContaining("policy");
    }

    @Test
    void theLoginPageOffersIt() {
        assertThat(visitor.get("/login").body())
                .contains("Đăng nhập một lần (SSO)")
                .contains("/oauth2/authorization/city");
    }

    @Test
    void somebodyOfTheCityComesInWithTheirNameAndTheirRoles() {
        PROVIDER.isNow(person("an01", "City Office", "nepsong:managers", "nepsong:camunda-admin", "nepsong:unknown"));
        String before = cookieAfter("/login");

        assertThat(location(comeIn())).endsWith("/progress");

        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
        assertThat(groupsOf("an01")).containsExactlyInAnyOrder("managers", "staff", "standingOffice");
        User user = identities.createUserQuery().userId("an01").singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo("Nguyễn Thị An");
        assertThat(user.getEmail()).isEqualTo("an01@city.example");
        assertThat(visitor.get("/progress").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/password").statusCode())
                .as("a password that is elsewhere")
                .isEqualTo(403);
        assertThat(visitor.get("/guide").body()).contains("/preferences").doesNotContain("\"/password\"");
        visitor.get("/camunda/app/tasklist/" + engine.getName() + "/");
        assertThat(visitor.get("/camunda/api/admin/auth/user/" + engine.getName())
                        .body())
                .contains("\"userId\":\"an01\"")
                .contains("tasklist");
    }

    @Test
    void whoHasNoRoleOfOursStaysOut() {
        PROVIDER.isNow(person("binh02", "Gardeners"));
        assertThat(location(comeIn())).endsWith("/login?sso=no-role");
        assertThat(identities.createUserQuery().userId("binh02").count()).isZero();
        assertThat(visitor.get("/login?sso=no-role").body()).contains("chưa được giao vai trò");
    }

    @Test
    void whoWouldAdministerAndWorkStaysOut() {
        PROVIDER.isNow(person("em07", "City Office", "City IT"));
        assertThat(location(comeIn())).endsWith("/login?sso=mixed");
        assertThat(identities.createUserQuery().userId("em07").count()).isZero();
        assertThat(visitor.get("/login?sso=mixed").body()).contains("bỏ một trong hai");

        PROVIDER.isNow(person("em07", "City IT"));
        visitor = new Visitor(port, engine.getName());
        comeIn();
        assertThat(groupsOf("em07")).containsExactly("camunda-admin");
    }

    @Test
    void passwordsAreKeptSlowlyAndThoseOfBeforeOpenOnceMoreAndAreKeptSlowlyThen() {
        User old = identities.newUser("giang08");
        old.setPassword("MotMatKhau#2023");
        identities.saveUser(old);
        identities.createMembership("giang08", "managers");
        assertThat(stored("giang08")).startsWith("{PBKDF2}210000$");
        assertThat(location(new Visitor(port, engine.getName()).logIn("giang08", "MotMatKhau#2023")))
                .doesNotContain("error");

        String salt = jdbc.sql("select salt_ from act_id_user where id_ = 'giang08'")
                .query(String.class)
                .single();
        jdbc.sql("update act_id_user set pwd_ = ? where id_ = 'giang08'")
                .param("{SHA-512}" + new Sha512HashDigest().encrypt("MotMatKhau#2023" + salt))
                .update();
        assertThat(location(new Visitor(port, engine.getName()).logIn("giang08", "MotMatKhau#2023")))
                .doesNotContain("error");
        assertThat(stored("giang08")).startsWith("{PBKDF2}210000$");
        String renewed = stored("giang08");
        assertThat(location(new Visitor(port, engine.getName()).logIn("giang08", "MotMatKhau#2024")))
                .endsWith("/login?error");
        Visitor last = new Visitor(port, engine.getName());
        assertThat(location(last.logIn("giang08", "MotMatKhau#2023"))).doesNotContain("error");
        assertThat(stored("giang08")).isEqualTo(renewed);
        assertThat(last.get("/guide").statusCode()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordIsKeptSlowlyOnceItWasUsed() {
        String file = "login,name,email,roles\nhanh10,Trần Hạnh,hanh10@example.org,managers\n";
        String password = Objects.requireNonNull(
                loading.load(file.getBytes(StandardCharsets.UTF_8)).passwords().get("hanh10"));
        assertThat(stored("hanh10")).startsWith("{PBKDF2}1000$");
        assertThat(location(new Visitor(port, engine.getName()).logIn("hanh10", "Ns-9" + password)))
                .endsWith("/login?error");
        assertThat(stored("hanh10")).startsWith("{PBKDF2}1000$");

        assertThat(location(new Visitor(port, engine.getName()).logIn("hanh10", password)))
                .doesNotContain("error");
        assertThat(stored("hanh10")).startsWith("{PBKDF2}210000$");
    }

    private String stored(String person) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    @Test
    void nobodyTakesOverAnAccountByItsName() {
        PROVIDER.isNow(person("admin", "City IT"));
        assertThat(location(comeIn())).endsWith("/login?sso=taken");
        assertThat(groupsOf("admin")).containsExactly("camunda-admin");

        PROVIDER.isNow(person("chi03", "City Office"));
        comeIn();
        Map<String, Object> other = new java.util.HashMap<>(person("chi03", "City Office"));
        other.put("sub", "somebody-else");
        PROVIDER.isNow(other);
        visitor = new Visitor(port, engine.getName());
        assertThat(location(comeIn())).endsWith("/login?sso=taken");
    }

    @Test
    void whoeverWasErasedDoesNotComeBackThatWay() {
        PROVIDER.isNow(person("yen09", "nepsong:managers"));
        comeIn();
        assertThat(groupsOf("yen09")).contains("managers");
        assertThat(visitor.get("/progress").statusCode()).isEqualTo(200);

        assertThat(erase.erase("yen09", "yen09", "Theo đơn ngày 01/11/2023", "admin")
                        .refusals())
                .isEmpty();

        assertThat(visitor.get("/progress").statusCode()).isEqualTo(302);
        visitor = new Visitor(port, engine.getName());
        assertThat(location(comeIn())).endsWith("/login?sso=erased");
        assertThat(visitor.get("/login?sso=erased").body()).contains("xóa cùng dữ liệu cá nhân");
        assertThat(identities.createUserQuery().userId("yen09").count()).isZero();
    }

    @Test
    void aRoleThatTheProviderTookAwayIsGoneAtTheNextLoginAndOneTakenAwayHereWithinAMinute() {
        PROVIDER.isNow(person("dung04", "City Office", "nepsong:managers"));
        comeIn();
        assertThat(visitor.get("/progress").statusCode()).isEqualTo(200);

        identities.deleteMembership("dung04", "managers");
        identities.deleteMembership("dung04", "standingOffice");
        clock.forward(Duration.ofSeconds(31));
        assertThat(visitor.get("/progress").statusCode()).isEqualTo(403);

        PROVIDER.isNow(person("dung04", "nepsong:council"));
        visitor = new Visitor(port, engine.getName());
        comeIn();
        assertThat(groupsOf("dung04")).containsExactlyInAnyOrder("council", "staff");
    }

    @Test
    void aForgedTokenAndOneForAnotherApplicationAndAStrangersAnswerAreRefused() {
        PROVIDER.isNow(person("giang05", "City Office"));
        PROVIDER.isForged();
        assertThat(location(comeIn())).endsWith("/login?sso=failed");

        PROVIDER.isNow(person("giang05", "City Office"));
        PROVIDER.isMeantFor("another-application");
        assertThat(location(comeIn())).endsWith("/login?sso=failed");

        PROVIDER.isNow(person("giang05", "City Office"));
        URI answer = provider(location(visitor.get("/oauth2/authorization/city")));
        Visitor victim = new Visitor(port, engine.getName());
        assertThat(location(victim.get(pathOf(answer)))).endsWith("/login?sso=failed");
        assertThat(identities.createUserQuery().userId("giang05").count()).isZero();
    }

    @Test
    void whatTheProviderSaysIsOneShortLineOfTheLog() {
        Logger logger = (Logger) LoggerFactory.getLogger(SingleSignOn.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            String state = STATE.matcher(location(visitor.get("/oauth2/authorization/city")))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            HttpResponse<String> answer = visitor.get("/login/oauth2/code/city?state=" + state
                    + "&error=access_denied&error_description="
                    + Visitor.encode("no\r\nWARN admin has logged in\u001b[2J\u2028" + "x".repeat(2_000)));
            assertThat(location(answer)).endsWith("/login?sso=failed");
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                .contains("no WARN admin has logged in [2J")
                .hasSizeLessThan(400)
                .doesNotContainPattern("[\\p{Cntrl}\\u2028]"));
    }

    @Test
    void whoCameInThatWayHasNoPasswordHereAndLeavesTheProviderToo() {
        PROVIDER.isNow(person("hoa06", "City Office"));
        comeIn();
        for (String password : List.of("", "null", "NepSong#2026")) {
            assertThat(location(new Visitor(port, engine.getName()).logIn("hoa06", password)))
                    .endsWith("/login?error");
        }
        HttpResponse<String> out = visitor.form("/logout", "_csrf=" + visitor.csrf());
        assertThat(location(out)).startsWith(PROVIDER.issuer() + "/logout?id_token_hint=");
        assertThat(visitor.get("/guide").statusCode()).isEqualTo(302);
        assertThat(visitor.engineGet("task").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> comeIn() {
        HttpResponse<String> asked = visitor.get("/oauth2/authorization/city");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(location(asked))
                .startsWith(PROVIDER.issuer() + "/authorize?")
                .contains("code_challenge=");
        return visitor.get(pathOf(provider(location(asked))));
    }

    /** The browser goes to the provider and is sent back. */
    private static URI provider(String address) {
        try {
            HttpResponse<Void> answer =
                    HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String cookieAfter(String path) {
        visitor.get(path);
        return visitor.cookie("JSESSIONID").orElse("");
    }

    private List<String> groupsOf(String id) {
        return identities.createGroupQuery().groupMember(id).list().stream()
                .map(Group::getId)
                .toList();
    }

    private static Map<String, Object> person(String id, String... roles) {
        return Map.of(
                "sub",
                "subject-" + id,
                "preferred_username",
                id,
                "family_name",
                "Nguyễn",
                "given_name",
                "Thị An",
                "name",
                "Nguyễn Thị An",
                "email",
                id + "@city.example",
                "realm_access",
                Map.of("roles", List.of(roles)));
    }

    private static String pathOf(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
