package nepsong.engine;

import java.util.List;
import nepsong.cycle.Refusal;

/** A submission with fields that its form does not have. No browser sends one by itself: somebody tries what can be set. */
class ForeignFieldException extends FormRefusedException {

    private final String subject;

    /** @param subject the form, and the task where there is one */
    ForeignFieldException(String subject, List<Refusal> refusals) {
        super(refusals);
        this.subject = subject;
    }

    String subject() {
        return subject;
    }
}
