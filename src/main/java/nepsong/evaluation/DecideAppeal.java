package nepsong.evaluation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team decides about an appeal, finally; the unit is told. */
@Component
public class DecideAppeal {

    private final Appeals appeals;
    private final EvaluationMails mails;

    DecideAppeal(Appeals appeals, EvaluationMails mails) {
        this.appeals = appeals;
        this.mails = mails;
    }

    /** @param reason empty where the reviewer's proposal is approved without a word */
    @Transactional
    public void decide(String cycle, String unit, String user, boolean approved, String reason) {
        appeals.decide(appeals.get(cycle, unit), user, approved, reason);
        mails.appealAnswered(cycle, unit);
    }
}
