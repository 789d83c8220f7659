package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import nepsong.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginAttemptsTest {

    private static final String THIEF = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.4";

    private final MovableClock clock = new MovableClock();
    private final LoginAttempts attempts = new LoginAttempts(clock);

    @AfterEach
    void theClockGoesRight() {
        clock.reset();
    }

    @Test
    void anAccountRestsAfterTenWrongPasswordsAndAwakesAfterAQuarterOfAnHour() {
        assertThat(guesses("office", THIEF, 50)).isEqualTo(10);
        assertThat(attempts.admits("office", ELSEWHERE, null)).isFalse();
        clock.forward(Duration.ofMinutes(14));
        assertThat(attempts.admits("office", ELSEWHERE, null)).isFalse();
        clock.forward(Duration.ofMinutes(1));
        assertThat(attempts.admits("office", ELSEWHERE, null)).isTrue();
    }

    @Test
    void aCorrectPasswordForgivesTheWrongOnes() {
        guesses("office", ELSEWHERE, 9);
        attempts.admits("office", ELSEWHERE, null);
        attempts.succeeded("office", ELSEWHERE, null);
        assertThat(guesses("office", ELSEWHERE, 50)).isEqualTo(10);
    }

    @Test
    void anAccountTakesThirtyGuessesAnHourAtMostHoweverManyAddressesGuess() {
        int seen = 0;
        for (int second = 0; second < 3600; second++) {
            seen += attempts.admits("office", "198.18." + second / 250 + "." + (second % 250 + 1), null) ? 1 : 0;
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(seen).isBetween(10, 30);
    }

    @Test
    void aGuesserWhoNeverStopsDoesNotKeepTheAccountAsleep() {
        guesses("office", THIEF, 10);
        Duration waited = Duration.ZERO;
        while (!attempts.admits("office", ELSEWHERE, null)) {
            for (int i = 0; i < 10; i++) {
                attempts.admits("office", THIEF, null);
                clock.forward(Duration.ofSeconds(1));
                waited = waited.plusSeconds(1);
            }
        }
        assertThat(waited).isLessThanOrEqualTo(LoginAttempts.REST);
    }

    @Test
    void anAddressThatGuessesAtManyAccountsIsSlowedDown() {
        int seen = 0;
        for (int i = 0; i < 10_000; i++) {
            seen += attempts.admits("person" + i, THIEF, null) ? 1 : 0;
        }
        assertThat(seen).isBetween(LoginAttempts.PER_ADDRESS, LoginAttempts.PER_ADDRESS + 2);
        assertThat(attempts.admits("person1", ELSEWHERE, null)).isTrue();
        clock.forward(LoginAttempts.REST);
        assertThat(attempts.admits("somebody", THIEF, null)).isTrue();
    }

    @Test
    void allAddressesOfANetworkOfTheNewKindAreOne() {
        int seen = 0;
        for (int i = 0; i < 1_000; i++) {
            seen += attempts.admits("person" + i, "2001:db8:1:2::" + Integer.toHexString(i + 1), null) ? 1 : 0;
        }
        assertThat(seen).isBetween(LoginAttempts.PER_ADDRESS, LoginAttempts.PER_ADDRESS + 2);
        assertThat(attempts.admits("person1", "2001:db8:1:3::1", null)).isTrue();
    }

    @Test
    void strangersDoNotKeepSomebodyFromWhereTheyAlwaysLogIn() {
        attempts.admits("office", ELSEWHERE, null);
        attempts.succeeded("office", ELSEWHERE, null);
        guesses("office", THIEF, 10_000);
        assertThat(attempts.admits("office", "192.0.2.1", null)).isFalse();
        assertThat(attempts.admits("office", ELSEWHERE, null)).isTrue();
    }

    @Test
    void nobodyCanBeKeptFromThisVeryMachineAndGuessesThereHaveTheirLimitToo() {
        guesses("admin", THIEF, 10_000);
        assertThat(guesses("admin", "127.0.0.1", 1_000)).isEqualTo(10);
        clock.forward(LoginAttempts.REST);
        assertThat(attempts.admits("admin", "0:0:0:0:0:0:0:1", null)).isTrue();
    }

    @Test
    void aNameTooLongForAnAccountDoesNotCountAgainstTheOneItBeginsWith() {
        String longest = "n".repeat(64);
        assertThat(guesses(longest + "n", THIEF, 50)).isEqualTo(10);
        assertThat(guesses(longest + "o", THIEF, 50)).isZero();
        assertThat(attempts.admits(longest, ELSEWHERE, null)).isTrue();
    }

    /** @return how many passwords were looked at */
    private int guesses(String account, String address, int count) {
        int seen = 0;
        for (int i = 0; i < count; i++) {
            seen += attempts.admits(account, address, null) ? 1 : 0;
        }
        return seen;
    }
}
