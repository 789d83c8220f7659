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
    private final People people;

    ConfirmCompleteness(SelfAssessments selfAssessments, People people) {
        this.people = people;
        this.selfAssessments = selfAssessments;
    }

    /**
     * @param needed     what {@code na-approval} says of the scorecard
     * @param naApproved whether the secretary lets the criteria be left out
     */
    @Transactional
    public List<Refusal> confirm(String cycle, String unit, String user, NaApproval needed, boolean naApproved) {
        if (people.worksFor(user, unit)) {
            return List.of(Refusal.of(
                    "", "Bạn thuộc đơn vị nộp hồ sơ: việc kiểm tra hồ sơ phải do người khác thực hiện"));
        }
        if (needed != NaApproval.AUTOMATIC && !naApproved) {
            return List.of(Refusal.of(
                    "naApproved",
                    "Các tiêu chí “Không áp dụng” vượt quá 20 điểm: cần thư ký đoàn chấp thuận, hoặc yêu cầu bổ sung"));
        }
        selfAssessments.complete(cycle, unit, user, needed != NaApproval.AUTOMATIC);
        return List.of();
    }
}
