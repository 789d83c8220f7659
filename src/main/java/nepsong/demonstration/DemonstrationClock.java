package nepsong.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import nepsong.organisation.WorkingCalendar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** While the cycle is played it is the day that is played; afterwards, and for ever, now. */
@Component
@Primary
@ConditionalOnProperty("nepsong.demo-until")
public class DemonstrationClock extends Clock {

    private final Clock real = Clock.system(WorkingCalendar.ZONE);
    private volatile Duration ahead = Duration.ZERO;

    /** @return how far that is from now; negative for the past */
    public Duration set(LocalDateTime time) {
        ahead = Duration.between(
                real.instant(), time.atZone(WorkingCalendar.ZONE).toInstant());
        return ahead;
    }

    public void setBack() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    /** A clock of another zone does not go along: nothing here asks for one. */
    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
