package nepsong.followup;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office judges what a unit has reported. Whoever works for the unit does not, and is refused. */
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

    @Transactional
    public List<Refusal> accept(String id, String user) {
        FollowUp followUp = followUps.get(id);
        List<Refusal> refusals = check(followUp, user);
        if (refusals.isEmpty()) {
            followUps.accept(followUp, user);
        }
        return refusals;
    }

    /** The unit reports again, by the day that the task has from now on. */
    @Transactional
    public List<Refusal> giveBack(String id, String reason, String user) {
        FollowUp followUp = followUps.get(id);
        List<Refusal> refusals = check(followUp, user);
        if (refusals.isEmpty()) {
            followUps.giveBack(followUp, reason, terms.dueOn(followUp.cycle(), followUp.dueOn()), user);
        }
        return refusals;
    }

    private List<Refusal> check(FollowUp followUp, String user) {
        return people.worksFor(user, followUp.unit())
                ? List.of(
                        Refusal.of("decision", "Bạn thuộc đơn vị báo cáo: việc xác nhận phải do người khác thực hiện"))
                : List.of();
    }
}
