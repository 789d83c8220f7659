package nepsong.selfassessment;

import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** More time for the scores or for the approval is more time for the submission, by as many working days. */
@Component
public class PostponeSelfAssessment {

    private final SelfAssessments selfAssessments;
    private final WorkingCalendar calendar;

    PostponeSelfAssessment(SelfAssessments selfAssessments, WorkingCalendar calendar) {
        this.selfAssessments = selfAssessments;
        this.calendar = calendar;
    }

    /**
     * @param from the day on which the unit's task was due
     * @param to   the day until which it has time now
     */
    @Transactional
    public void postpone(String cycle, String unit, LocalDate from, LocalDate to) {
        LocalDate due = selfAssessments.get(cycle, unit).dueOn();
        if (due != null) {
            selfAssessments.postpone(cycle, unit, calendar.plus(due, calendar.between(from, to)));
        }
    }
}
