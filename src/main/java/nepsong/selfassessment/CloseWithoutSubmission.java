package nepsong.selfassessment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The window has closed and the unit has submitted nothing: the cycle goes on, and the grade is capped (V1). */
@Component
public class CloseWithoutSubmission {

    private final SelfAssessments selfAssessments;
    private final SelfAssessmentMails mails;

    CloseWithoutSubmission(SelfAssessments selfAssessments, SelfAssessmentMails mails) {
        this.selfAssessments = selfAssessments;
        this.mails = mails;
    }

    @Transactional
    public void close(String cycle, String unit) {
        selfAssessments.closeWithoutSubmission(cycle, unit);
        mails.closed(selfAssessments.get(cycle, unit));
    }
}
