package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Cycles;
import nepsong.notification.UnitPost;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Returns.Missing;
import org.springframework.stereotype.Component;

/** What a unit is told beside its tasks. No scores and nobody's details stand in a mail. */
@Component
class SelfAssessmentMails {

    private static final String SUPPLEMENT = "self-assessment.supplement";

    private final UnitPost post;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SelfAssessmentMails(UnitPost post, Cycles cycles, WorkingCalendar calendar, Clock clock) {
        this.post = post;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    void supplementRequested(String cycle, String unit, String reason, List<Missing> missing) {
        post.send(
                post.letter("self-assessment.supplement-requested", cycle, unit)
                        .as("self-assessment.returned")
                        .with("reason", reason)
                        .with(
                                "items",
                                missing.stream()
                                        .map(one -> one.criterion() + ": " + one.what())
                                        .toList())
                        .with("deadline", calendar.plus(LocalDate.now(clock), cycles.workingDays(cycle, SUPPLEMENT))),
                unit);
    }

    void closed(SelfAssessment selfAssessment) {
        post.send(
                post.letter("self-assessment.closed", selfAssessment.cycle(), selfAssessment.unit())
                        .with("deadline", selfAssessment.dueOn()),
                selfAssessment.unit());
    }
}
