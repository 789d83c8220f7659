package nepsong.selfassessment;

import java.time.LocalDate;
import java.util.List;
import nepsong.notification.UnitPost;
import nepsong.selfassessment.Returns.Missing;
import org.springframework.stereotype.Component;

/** What a unit is told beside its tasks. No scores and nobody's details stand in a mail. */
@Component
class SelfAssessmentMails {

    private final UnitPost post;

    SelfAssessmentMails(UnitPost post) {
        this.post = post;
    }

    void supplementRequested(String cycle, String unit, String reason, List<Missing> missing, LocalDate by) {
        post.send(
                post.letter("self-assessment.supplement-requested", cycle, unit)
                        .as("self-assessment.returned")
                        .with("reason", reason)
                        .with(
                                "items",
                                missing.stream()
                                        .map(one -> one.criterion() + ": " + one.what())
                                        .toList())
                        .with("deadline", by),
                unit);
    }

    void supplementClosed(String cycle, String unit) {
        post.send(post.letter("self-assessment.supplement-closed", cycle, unit), unit);
    }

    void closed(SelfAssessment selfAssessment) {
        post.send(
                post.letter("self-assessment.closed", selfAssessment.cycle(), selfAssessment.unit())
                        .with("deadline", selfAssessment.dueOn()),
                selfAssessment.unit());
    }
}
