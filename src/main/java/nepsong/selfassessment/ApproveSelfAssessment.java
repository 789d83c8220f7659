package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of the unit answers for the scores. This is the submission, and where it is late the days are counted. */
@Component
public class ApproveSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ApproveSelfAssessment(SelfAssessments selfAssessments, WorkingCalendar calendar, Clock clock) {
        this.selfAssessments = selfAssessments;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Why the person may not approve, in Vietnamese; empty when they may. To give it back is open to them all the same. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String unit, String user) {
        return objection(selfAssessments.get(cycle, unit), user);
    }

    private static Optional<String> objection(SelfAssessment scored, String user) {
        return !user.isEmpty() && user.equals(scored.scoredBy())
                ? Optional.of("Người chấm điểm không được tự phê duyệt: cần một lãnh đạo khác của đơn vị")
                : Optional.empty();
    }

    @Transactional
    public List<Refusal> approve(String cycle, String unit, String user) {
        SelfAssessment before = selfAssessments.get(cycle, unit);
        Optional<String> objection = objection(before, user);
        if (objection.isPresent()) {
            return List.of(Refusal.of("decision", objection.get()));
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate due = before.dueOn() == null ? today : before.dueOn();
        selfAssessments.approve(cycle, unit, user, LatenessPolicy.lateDays(calendar, due, today));
        return List.of();
    }
}
