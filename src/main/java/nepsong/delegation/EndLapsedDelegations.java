package nepsong.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every morning: who has lost the role by which they stood in for somebody does so no more, and both are told. */
@Component
public class EndLapsedDelegations {

    private static final String NOBODY = "";

    private final Delegations delegations;
    private final DelegationChange change;
    private final Clock clock;

    EndLapsedDelegations(Delegations delegations, DelegationChange change, Clock clock) {
        this.delegations = delegations;
        this.change = change;
        this.clock = clock;
    }

    @Transactional
    public void end() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        for (Delegation one : delegations.lapsed(today)) {
            delegations.end(one.id(), NOBODY, now);
            change.lapsed(one, today);
        }
    }
}
