package nepsong.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The principal is back, or an administrator ends it. */
@Component
public class EndDelegation {

    private final Delegations delegations;
    private final People people;
    private final DelegationChange change;
    private final Clock clock;

    EndDelegation(Delegations delegations, People people, DelegationChange change, Clock clock) {
        this.delegations = delegations;
        this.people = people;
        this.change = change;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> end(String id, String by) {
        Delegation one = delegations.find(id).orElse(null);
        if (one == null || !one.principal().equals(by) && !people.groupsOf(by).contains(Groups.ADMINISTRATORS)) {
            return List.of(Refusal.of("", "Không có ủy quyền này hoặc bạn không được kết thúc nó"));
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        if (one.endedAt() != null || one.lastDay().isBefore(today)) {
            return List.of(Refusal.of("", "Ủy quyền này đã kết thúc"));
        }
        delegations.end(id, by, now);
        change.ended(one, by, today);
        return List.of();
    }
}
