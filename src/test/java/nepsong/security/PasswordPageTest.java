package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nepsong.MovableClock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who logs in with a password chooses their own. */
@RunningApplication
class PasswordPageTest {

    private static final String ID = "newcomer";
    private static final String WANTED = "Hoa-Sen-No#1908";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

    private static final Pattern FIELD = Pattern.compile("<input[^>]*>");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private IdentityService identities;
    private Visitor person;
    private long before;

    @BeforeEach
    void somebodyIsHired() {
        identities = engine.getIdentityService();
        User hired = identities.newUser(ID);
        hired.setFirstName("Trần");
        hired.setLastName("Hoài");
        hired.setPassword(PASSWORD);
        identities.saveUser(hired);
        identities.createMembership(ID, "secretaries");
        identities.createMembership(ID, "staff");
        person = loggedIn(PASSWORD);
        before = jdbc.sql("select max(id) from audit_events").query(Long.class).single();
    }

    @AfterEach
    void somebodyIsFired() {
        clock.forward(Duration.ofDays(1));
        clock.reset();
        identities.deleteUser(ID);
    }

    @Test
    void aNewPasswordOpensTheOldDoesNotAndEveryOtherSessionIsOverAtOnce() {
        Visitor atHome = loggedIn(PASSWORD);
        assertThat(person.get("/guide").body()).contains("href=\"/password\"");
        String session = person.cookie("JSESSIONID").orElseThrow();

        change(PASSWORD, WANTED, WANTED);

        assertThat(person.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(session);
        assertThat(person.get("/password").body()).contains("Đã đổi mật khẩu");
        assertThat(atHome.get("/guide").statusCode()).isEqualTo(302);
        assertThat(atHome.engineGet("task/count").statusCode()).isEqualTo(401);
        assertThat(person.engineGet("task/count").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(1));
        assertThat(person.get("/guide").statusCode()).as("a minute later").isEqualTo(200);
        assertThat(location(new Visitor(port, engine.getName()).logIn(ID, PASSWORD)))
                .endsWith("/login?error");
        assertThat(location(new Visitor(port, engine.getName()).logIn(ID, WANTED)))
                .doesNotContain("error");
        assertThat(written()).contains(ID + " password.changed").noneMatch(row -> row.contains("person.saved"));
        assertThat(jdbc.sql("select count(*) from audit_events where subject like :p or reason like :p")
                        .param("p", "%" + WANTED + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Two requests at the same moment, as an impatient hand sends them. */
    @Test
    void aDoubleClickChangesThePasswordOnceAndIsAnsweredAsOne() {
        String old = PASSWORD;
        for (int round = 0; round < 4; round++) {
            Matcher token = TOKEN.matcher(person.get("/password").body());
            assertThat(token.find()).isTrue();
            String wanted = WANTED + round;
            String body = body(old, wanted, wanted) + "&_csrf=" + Visitor.encode(token.group(1));

            assertThat(Stream.generate(() -> CompletableFuture.supplyAsync(
                                    () -> person.form("/password", body).statusCode()))
                            .limit(2)
                            .toList())
                    .extracting(CompletableFuture::join)
                    .containsOnly(302);

            person = loggedIn(wanted);
            assertThat(person.get("/guide").statusCode()).isEqualTo(200);
            old = wanted;
        }
        assertThat(written().stream().filter(row -> row.contains("password.changed")))
                .hasSize(4);
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsChanged() {
        assertThat(tried("", "", "")).contains("Hãy nhập mật khẩu hiện tại", "Hãy nhập mật khẩu mới");
        assertThat(tried("sai", WANTED, WANTED))
                .contains("Mật khẩu hiện tại không đúng")
                .doesNotContain("quá dễ đoán");
        assertThat(tried(PASSWORD, WANTED, WANTED + "x")).contains("Hai lần nhập mật khẩu mới không giống nhau");
        assertThat(tried(PASSWORD, PASSWORD, PASSWORD)).contains("phải khác mật khẩu hiện tại");
        assertThat(tried(PASSWORD, "ngan", "ngan"))
                .contains("ít nhất 10 ký tự", "chữ hoa (A–Z)", "cần có chữ số", "ký tự đặc biệt")
                .doesNotContain("chữ thường (a–z)");
        assertThat(tried(PASSWORD, "CHUHOA#2026", "CHUHOA#2026")).contains("chữ thường (a–z)");
        assertThat(tried(PASSWORD, "Newcomer#2026", "Newcomer#2026")).contains("không được chứa họ tên");
        assertThat(tried(PASSWORD, "P@ssw0rd#2026", "P@ssw0rd#2026")).contains("người khác đoán đầu tiên");
        assertThat(tried(PASSWORD, "Ba-Dinh#2026", "Ba-Dinh#2026")).contains("tên đơn vị");
        String endless = "Aa1#".repeat(40);
        assertThat(tried(PASSWORD, endless, endless)).contains("tối đa 128 ký tự");
        assertThat(tried(PASSWORD, "ngan<b>", "khac")).doesNotContain("ngan<b>", "ngan&lt;b&gt;");

        assertThat(location(new Visitor(port, engine.getName()).logIn(ID, PASSWORD)))
                .doesNotContain("error");
        assertThat(written()).contains(ID + " login.refused !").noneMatch(row -> row.contains("password.changed"));
    }

    @Test
    void aLongOneOfAnyLettersIsLookedAtToItsLastAsItWasTyped() {
        String wanted = (" Hoa sữa nở, phố Quang Trung 1908! ".repeat(4)).substring(0, 127) + "Z";
        assertThat(wanted).hasSize(128);
        change(PASSWORD, wanted, wanted);
        assertThat(person.get("/password").body()).contains("Đã đổi mật khẩu");

        for (String almost : List.of(
                wanted.substring(0, 127),
                wanted.substring(0, 127) + "z",
                wanted + "Z",
                wanted.strip(),
                wanted.toLowerCase(Locale.ROOT),
                wanted.replace('ữ', 'u'))) {
            assertThat(location(new Visitor(port, engine.getName()).logIn(ID, almost)))
                    .as(almost)
                    .endsWith("/login?error");
        }
        assertThat(location(new Visitor(port, engine.getName()).logIn(ID, wanted)))
                .doesNotContain("error");
    }

    /** So that a keeper of passwords finds its way, and nobody reads over a shoulder. */
    @Test
    void passwordsAreMaskedAndMayBePastedAndFilledIn() {
        String login = new Visitor(port, engine.getName()).get("/login").body();
        for (String page : List.of(login, person.get("/password").body())) {
            List<String> fields = FIELD.matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .filter(field -> !field.contains("type=\"hidden\"")
                            && !field.contains("type=\"search\"")
                            && !field.contains("name=\"username\""))
                    .toList();
            assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(field)
                    .contains("type=\"password\"")
                    .containsPattern("autocomplete=\"(current|new)-password\""));
            assertThat(page.toLowerCase(Locale.ROOT)).doesNotContain("onpaste", "autocomplete=\"off\" type=\"password");
            SCRIPT.matcher(page)
                    .results()
                    .map(script -> person.get(script.group(1)).body())
                    .forEach(script -> assertThat(script).doesNotContain("paste"));
        }
    }

    @Test
    void afterTenWrongOnesNotEvenTheRightOneIsLookedAtUntilAQuarterOfAnHourIsOver() {
        for (int i = 0; i < LoginAttempts.PER_ACCOUNT; i++) {
            change("Doan#" + i, WANTED, WANTED);
        }
        assertThat(tried(PASSWORD, WANTED, WANTED)).contains("đợi 15 phút");
        clock.forward(LoginAttempts.REST);
        change(PASSWORD, WANTED, WANTED);
        assertThat(person.get("/password").body()).contains("Đã đổi mật khẩu");
    }

    @Test
    void withoutTheTokenOfItsSessionNothingIsChanged() {
        String body = body(PASSWORD, WANTED, WANTED);
        assertThat(person.form("/password", body).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port, engine.getName()).form("/password", body).statusCode())
                .isEqualTo(403);
        assertThat(location(new Visitor(port, engine.getName()).logIn(ID, PASSWORD)))
                .doesNotContain("error");
    }

    private Visitor loggedIn(String password) {
        Visitor visitor = new Visitor(port, engine.getName());
        visitor.logIn(ID, password);
        return visitor;
    }

    private void change(String old, String wanted, String again) {
        Matcher token = TOKEN.matcher(person.get("/password").body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer =
                person.form("/password", body(old, wanted, again) + "&_csrf=" + Visitor.encode(token.group(1)));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private String tried(String old, String wanted, String again) {
        change(old, wanted, again);
        return person.get("/password").body();
    }

    private static String body(String old, String wanted, String again) {
        return "old=" + Visitor.encode(old) + "&wanted=" + Visitor.encode(wanted) + "&again=" + Visitor.encode(again);
    }

    private List<String> written() {
        return jdbc.sql("select actor, action, refused from audit_events where id > ? order by id")
                .param(before)
                .query((row, n) -> row.getString("actor") + " " + row.getString("action")
                        + (row.getBoolean("refused") ? " !" : ""))
                .list();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
