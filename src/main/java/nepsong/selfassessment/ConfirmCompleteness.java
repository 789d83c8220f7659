package nepsong.selfassessment;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary finds a submission complete and, where much was left out, lets that pass. */
@Component
public class ConfirmCompleteness {

    private final SelfAssessments selfAssessments;
    private final NaDecisions naDecisions;
    private final People people;

    ConfirmCompleteness(SelfAssessments selfAssessments, NaDecisions naDecisions, People people) {
        this.people = people;
        this.selfAssessments = selfAssessments;
        this.naDecisions = naDecisions;
    }

    /**
     * A criterion that the secretary does not let the unit leave out goes back to it; once it has had its one supplement,
     * the refusal is written down and the inspectors score what they find.
     *
     * @param needed    what {@code na-approval} says of the scorecard
     * @param decisions on the criteria left out; none where they pass by themselves
     */
    @Transactional
    public List<Refusal> confirm(
            String cycle, String unit, String user, NaApproval needed, List<NaDecision> decisions) {
        if (people.worksFor(user, unit)) {
            return List.of(
                    Refusal.of("", "Bạn thuộc đơn vị nộp hồ sơ: việc kiểm tra hồ sơ phải do người khác thực hiện"));
        }
        List<NaDecision> refused =
                decisions.stream().filter(one -> !one.accepted()).toList();
        if (!refused.isEmpty() && !selfAssessments.get(cycle, unit).supplementRequested()) {
            return refused.stream()
                    .map(
                            one -> Refusal.ofRow(
                                    "leftOut",
                                    one.criterion(),
                                    "Không chấp thuận “Không áp dụng” thì phải yêu cầu đơn vị bổ sung, chưa kết luận hồ sơ đầy đủ"))
                    .toList();
        }
        boolean asked = needed != NaApproval.AUTOMATIC;
        if (asked) {
            naDecisions.write(cycle, unit, user, decisions);
        }
        selfAssessments.complete(cycle, unit, user, asked && refused.isEmpty());
        return List.of();
    }
}
