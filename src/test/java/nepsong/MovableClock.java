package nepsong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves, for the application and for the engine alike. Starts at the machine's time. */
@TestComponent
@Primary
public class MovableClock extends Clock {

    /** Of all contexts at once, as the engine's clock is: where one is set back, no other stays ahead of the engine. */
    private static volatile Duration ahead = Duration.ZERO;

    public void forward(Duration duration) {
        ahead = ahead.plus(duration);
        ClockUtil.offset(ahead.toMillis());
    }

    public void reset() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        MovableClock moved = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return moved.withZone(other);
            }

            @Override
            public Instant instant() {
                return moved.instant();
            }
        };
    }
}
