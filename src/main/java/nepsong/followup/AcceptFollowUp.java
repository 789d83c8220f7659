package nepsong.followup;

import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office judges what a unit has reported. Whoever works for the unit does not. */
@Component
public class AcceptFollowUp {

    private final FollowUps followUps;
    private final FollowUpTerms terms;
    private final People people;

    AcceptFollowUp(FollowUps followUps, FollowUpTerms terms, People people) {
        this.followUps = followUps;
        this.terms = terms;
        this.people = people;
    }

    /** What stands in the way of {@link #accept} and {@link #giveBack}; empty: nothing. */
    public List<Refusal> check(String id, String user) {
        return people.worksFor(user, followUps.get(id).unit())
                ? List.of(
                        Refusal.of("decision", "Bạn thuộc đơn vị báo cáo: việc xác nhận phải do người khác thực hiện"))
                : List.of();
    }

    @Transactional
    public void accept(String id, String user) {
        followUps.accept(followUps.get(id), user);
    }

    /** @return the last day for the next report */
    @Transactional
    public LocalDate giveBack(String id, String reason, String user) {
        FollowUp followUp = followUps.get(id);
        LocalDate dueOn = terms.dueOn(followUp.cycle(), followUp.dueOn());
        followUps.giveBack(followUp, reason, dueOn, user);
        return dueOn;
    }
}
