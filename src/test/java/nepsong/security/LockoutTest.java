package nepsong.security;

import static nepsong.organisation.Demonstration.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.MovableClock;
import nepsong.audit.AuditKey;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Somebody guesses passwords without end: nobody gets in, and nobody who belongs in is kept out for long. */
@RunningApplication
class LockoutTest {

    private static final String THIEF = "203.0.113.7";
    private static final String ANOTHER_THIEF = "203.0.113.8";
    private static final String AT_HOME = "198.51.100.4";
    private static final String NO_COOKIE = "";
    private static final String WRONG = "302 /login?error";
    private static final int CONNECTIONS = 4;
    private static final String ON_THE_WAY = "192.0.2.77";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private AuthenticationManager logins;

    @Autowired
    private AuthenticationProvider passwords;

    @Autowired
    private AuditKey key;

    @Autowired
    private MovableClock clock;

    private final ExecutorService hands = Executors.newFixedThreadPool(CONNECTIONS);

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port, engine.getName());
    }

    /** Nothing of it is left for whoever tests next. */
    @AfterEach
    void theDayIsOver() {
        hands.shutdown();
        clock.forward(Duration.ofDays(1));
        clock.reset();
    }

    @Test
    void tenThousandGuessesFromOneAddressOpenNothingAndTheRealUserIsBackWithinAQuarterOfAnHour() {
        assertThat(isLetIn("member5", PASSWORD, AT_HOME)).isTrue();
        assertThat(answersToGuesses("member5", 10_000, THIEF)).isEqualTo(Map.of(WRONG, 10_000L));
        assertThat(isLetIn("member5", PASSWORD, THIEF))
                .as("the guesser, even now")
                .isFalse();
        assertThat(isLetIn("member5", PASSWORD, ON_THE_WAY))
                .as("the account rests")
                .isFalse();
        assertThat(isLetIn("member5", PASSWORD, AT_HOME))
                .as("where they always log in")
                .isTrue();
        assertThat(isLetIn("member4", PASSWORD, ON_THE_WAY)).as("a colleague").isTrue();

        // The guesser goes on meanwhile, and is no further.
        Duration waited = Duration.ZERO;
        while (!isLetIn("member5", PASSWORD, ON_THE_WAY)) {
            for (int i = 0; i < 30; i++) {
                assertThat(isLetIn("member5", "Guess#" + i, THIEF)).isFalse();
            }
            clock.forward(Duration.ofMinutes(1));
            waited = waited.plusMinutes(1);
        }
        assertThat(waited)
                .as("until the real user is back, from wherever")
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void fromHoweverManyAddressesSomebodyGuessesTheRealUserGetsInOnTheirOwnDeviceAtOnce() {
        Visitor laptop = new Visitor(port, engine.getName());
        laptop.logIn("member3", PASSWORD);
        String cookie = laptop.cookie(KnownDevices.COOKIE).orElseThrow();
        LoginAttempts afterARestart = new LoginAttempts(clock);
        AuthenticationManager restarted =
                new ProviderManager(new RestingAccounts(passwords, afterARestart, new KnownDevices(key, clock, false)));

        for (AuthenticationManager door : List.of(logins, restarted)) {
            for (int i = 0; i < 10_000; i++) {
                String address = "198." + (18 + i / 62_500) + "." + i / 250 + "." + (i % 250 + 1);
                assertThat(isLetIn(door, "member3", "Guess#" + i, address, "")).isFalse();
            }
            assertThat(isLetIn(door, "member3", PASSWORD, ON_THE_WAY, ""))
                    .as("a stranger's browser, even with the password")
                    .isFalse();
            assertThat(isLetIn(door, "member3", PASSWORD, ON_THE_WAY, cookie))
                    .as("the laptop, in a network where it never was")
                    .isTrue();
        }
        assertThat(location(from(ANOTHER_THIEF, "member3", PASSWORD, NO_COOKIE)))
                .as("the login page, without the cookie")
                .endsWith("/login?error");
        assertThat(location(from("192.0.2.78", "member3", PASSWORD, cookie))).doesNotContain("error");
    }

    @Test
    void aKnownDeviceHasItsLimitTooAndOpensNothingForAnybodyElse() {
        Visitor laptop = new Visitor(port, engine.getName());
        laptop.logIn("member2", PASSWORD);
        String cookie = laptop.cookie(KnownDevices.COOKIE).orElseThrow();
        int opened = 0;
        for (int i = 0; i < 1_000; i++) {
            opened += isLetIn(logins, "member2", "Guess#" + i, "198.19.0." + i % 250, cookie) ? 1 : 0;
        }
        assertThat(opened).isZero();
        assertThat(isLetIn(logins, "member2", PASSWORD, ON_THE_WAY, cookie))
                .as("a stolen device, after ten wrong passwords")
                .isFalse();
        assertThat(isLetIn("member2", PASSWORD, ON_THE_WAY))
                .as("strangers' limits are others")
                .isTrue();

        for (int i = 0; i < 50; i++) {
            isLetIn("member1", "Guess#" + i, "203.0.113.9");
        }
        assertThat(isLetIn(logins, "member1", PASSWORD, ON_THE_WAY, cookie))
                .as("somebody else's mark")
                .isFalse();
        clock.forward(LoginAttempts.REST);
        assertThat(isLetIn(logins, "member2", PASSWORD, "192.0.2.79", cookie)).isTrue();
    }

    @Test
    void theAdministratorCannotBeLockedOut() {
        for (int round = 0; round < 8; round++) {
            for (String thief : List.of(THIEF, ANOTHER_THIEF)) {
                assertThat(answersToGuesses("admin", 250, thief)).isEqualTo(Map.of(WRONG, 250L));
            }
            assertThat(location(visitor.logIn("admin", PASSWORD)))
                    .as("from the machine itself, round %d", round)
                    .endsWith("/camunda/app/welcome/default/");
            visitor = new Visitor(port, engine.getName());
            clock.forward(Duration.ofMinutes(16));
        }
        String cookie = administratorsDevice();
        for (int i = 0; i < 10_000; i++) {
            isLetIn("admin", "Guess#" + i, "198.18." + i / 250 + "." + (i % 250 + 1));
        }
        assertThat(location(from("192.0.2.80", "admin", PASSWORD, NO_COOKIE))).endsWith("/login?error");
        assertThat(location(from("192.0.2.80", "admin", PASSWORD, cookie)))
                .as("on the administrator's device, while all the world guesses")
                .endsWith("/camunda/app/welcome/default/");
    }

    private String administratorsDevice() {
        visitor.logIn("admin", PASSWORD);
        return visitor.cookie(KnownDevices.COOKIE).orElseThrow();
    }

    @Test
    void theLoginPageCountsTheAddressBehindTheProxyAndAnswersAlwaysTheSame() {
        HttpResponse<String> wrong = from("203.0.113.50", "council3", "wrong");
        for (int i = 0; i < LoginAttempts.PER_ACCOUNT; i++) {
            from("203.0.113.50", "council3", "wrong");
        }
        HttpResponse<String> resting = from("203.0.113.51", "council3", PASSWORD);
        HttpResponse<String> unknown = from("203.0.113.52", "nobodyAtAll", "wrong");

        assertThat(List.of(resting.statusCode(), unknown.statusCode())).containsOnly(wrong.statusCode());
        assertThat(List.of(location(resting), location(unknown)))
                .containsOnly(location(wrong))
                .allMatch(target -> target.endsWith("/login?error"));
        assertThat(location(visitor.logIn("council3", PASSWORD))).doesNotContain("error");
    }

    @Test
    void theAnswerTakesAsLongWhetherOrNotTheUserExists() {
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        List<String> people = Demonstration.central().stream()
                .map(login -> login.person().id())
                .toList();
        for (int i = 0; i < 120; i++) {
            String address = "198.18." + i / 250 + "." + (i % 250 + 1);
            known.add(timeOf(people.get(i % people.size()), address));
            unknown.add(timeOf("somebody" + i % people.size(), address));
            if (i % people.size() == 0) {
                clock.forward(Duration.ofHours(2));
            }
        }
        assertThat(Math.abs(median(known) - median(unknown))).isLessThan(20_000_000L);
    }

    @Test
    void namesThatCannotBeAreWrongLikeAnyOther() {
        for (String name : List.of("", " ", "a\u0001b", "x".repeat(10_000), "' or '1'='1", "admin\r\nadmin", "*")) {
            assertThat(location(from("203.0.113.60", name, "wrong"))).endsWith("/login?error");
        }
        // No request at all, whoever it names.
        assertThat(from("203.0.113.60", "a\u0000b", "wrong").statusCode()).isEqualTo(400);
    }

    /** At the login page, on a few connections that stay open, as a program would: what it said, and how often. */
    private Map<String, Long> answersToGuesses(String user, int number, String address) {
        Map<String, Long> answers = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> thieves = IntStream.range(0, CONNECTIONS)
                .mapToObj(thief -> CompletableFuture.runAsync(
                        () -> {
                            Visitor stranger = new Visitor(port, engine.getName());
                            String token = stranger.csrf();
                            for (int i = thief; i < number; i += CONNECTIONS) {
                                HttpResponse<String> answer = guess(stranger, token, address, user, "Guess#" + i);
                                answers.merge(answer.statusCode() + " " + location(answer), 1L, Long::sum);
                            }
                        },
                        hands))
                .toList();
        thieves.forEach(CompletableFuture::join);
        return answers.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().replaceAll("http://[^/]*", ""), Map.Entry::getValue));
    }

    private static HttpResponse<String> guess(
            Visitor stranger, String token, String address, String user, String password) {
        String body = "username=" + Visitor.encode(user) + "&password=" + Visitor.encode(password) + "&_csrf=" + token;
        return stranger.send(stranger.request("/login")
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private long timeOf(String user, String address) {
        long begun = System.nanoTime();
        isLetIn(user, "wrong", address);
        return System.nanoTime() - begun;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private boolean isLetIn(String user, String password, String address) {
        return isLetIn(logins, user, password, address, "");
    }

    private static boolean isLetIn(
            AuthenticationManager door, String user, String password, String address, String cookie) {
        UsernamePasswordAuthenticationToken given = UsernamePasswordAuthenticationToken.unauthenticated(user, password);
        given.setDetails(new DeviceDetails(address, cookie));
        try {
            return door.authenticate(given).isAuthenticated();
        } catch (BadCredentialsException refused) {
            return false;
        }
    }

    private HttpResponse<String> from(String address, String user, String password) {
        return from(address, user, password, NO_COOKIE);
    }

    private HttpResponse<String> from(String address, String user, String password, String cookie) {
        Visitor stranger = new Visitor(port, engine.getName());
        stranger.keep(KnownDevices.COOKIE, cookie);
        return guess(stranger, stranger.csrf(), address, user, password);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
