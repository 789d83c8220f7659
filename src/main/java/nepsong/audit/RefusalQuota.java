package nepsong.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nobody fills the trail by knocking at a closed door: of one person and kind, a hundred refusals a minute are written. */
final class RefusalQuota {

    private static final int A_MINUTE = 100;
    private static final int REMEMBERED = 10_000;

    enum Answer {
        /** Room for this refusal. */
        ROOM,
        /** Room for one that says that there were more. */
        LAST,
        FULL
    }

    private record Count(Instant since, int refusals) {}

    private final Map<String, Count> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    RefusalQuota(Clock clock) {
        this.clock = clock;
    }

    Answer ask(String person) {
        Instant now = clock.instant();
        if (counts.size() > REMEMBERED) {
            counts.values().removeIf(count -> isOver(count, now));
        }
        int refusals = counts.merge(
                        person,
                        new Count(now, 1),
                        (old, first) -> isOver(old, now) ? first : new Count(old.since(), old.refusals() + 1))
                .refusals();
        return refusals <= A_MINUTE ? Answer.ROOM : refusals == A_MINUTE + 1 ? Answer.LAST : Answer.FULL;
    }

    /** A clock that was set back is no reason to write nothing. */
    private static boolean isOver(Count count, Instant now) {
        return now.isBefore(count.since()) || now.isAfter(count.since().plus(Duration.ofMinutes(1)));
    }
}
