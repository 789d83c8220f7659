package nepsong.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Wrong passwords, counted in memory: an account rests for a while and never for ever, so nobody can be locked out. */
final class LoginAttempts {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 100;
    static final Duration REST = Duration.ofMinutes(15);

    private static final int REMEMBERED = 50_000;

    private record Count(int failures, Instant since) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    boolean rests(String account, String address) {
        return failures("a:" + account) >= PER_ACCOUNT || failures("i:" + address) >= PER_ADDRESS;
    }

    void failed(String account, String address) {
        if (counts.size() > REMEMBERED) {
            counts.values().removeIf(this::isOver);
        }
        count("a:" + account);
        count("i:" + address);
    }

    void succeeded(String account) {
        counts.remove("a:" + account);
    }

    private void count(String key) {
        counts.merge(
                key,
                new Count(1, clock.instant()),
                (old, first) -> isOver(old) ? first : new Count(old.failures() + 1, first.since()));
    }

    private int failures(String key) {
        Count count = counts.get(key);
        return count == null || isOver(count) ? 0 : count.failures();
    }

    private boolean isOver(Count count) {
        return clock.instant().isAfter(count.since().plus(REST));
    }
}
