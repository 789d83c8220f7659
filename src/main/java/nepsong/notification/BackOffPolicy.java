package nepsong.notification;

import java.time.Duration;

/** How long a mail rests after an attempt that failed for the time being: one minute, doubled up to thirty. */
final class BackOffPolicy {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Somebody has to knock to notice that a dead server is back; all others are woken then. */
    private static final Duration LONGEST_WITHOUT_SERVER = Duration.ofMinutes(8);

    private BackOffPolicy() {}

    /** @param attempts attempts made before the one that has just failed */
    static Duration rest(int attempts, boolean serverDown) {
        Duration rest = FIRST.multipliedBy(1L << Math.min(attempts, 10));
        Duration longest = serverDown ? LONGEST_WITHOUT_SERVER : LONGEST;
        return rest.compareTo(longest) < 0 ? rest : longest;
    }
}
