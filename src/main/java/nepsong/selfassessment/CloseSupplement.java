package nepsong.selfassessment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days for the supplement are over: the secretary decides on what the head of the unit approved. */
@Component
public class CloseSupplement {

    private final Returns returns;
    private final SelfAssessmentMails mails;

    CloseSupplement(Returns returns, SelfAssessmentMails mails) {
        this.returns = returns;
        this.mails = mails;
    }

    @Transactional
    public void close(String cycle, String unit) {
        returns.closeSupplement(cycle, unit);
        mails.supplementClosed(cycle, unit);
    }
}
