package nepsong.reminder.process;

import java.time.Clock;
import java.time.LocalDate;
import nepsong.correction.BeginSecondLooks;
import nepsong.delegation.DelegatedTasks;
import nepsong.delegation.EndLapsedDelegations;
import nepsong.organisation.WorkingCalendar;
import nepsong.reminder.EscalateOverdue;
import nepsong.reminder.SendDigests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the morning's process asks of the application. */
@Component("dailyDigestTasks")
public class DailyDigestTasks {

    private final DelegatedTasks delegated;
    private final EscalateOverdue escalate;
    private final SendDigests digests;
    private final BeginSecondLooks secondLooks;
    private final WorkingCalendar calendar;
    private final Clock clock;
    private final EndLapsedDelegations lapsed;

    DailyDigestTasks(
            DelegatedTasks delegated,
            EscalateOverdue escalate,
            SendDigests digests,
            BeginSecondLooks secondLooks,
            WorkingCalendar calendar,
            Clock clock,
            EndLapsedDelegations lapsed) {
        this.lapsed = lapsed;
        this.delegated = delegated;
        this.escalate = escalate;
        this.digests = digests;
        this.secondLooks = secondLooks;
        this.calendar = calendar;
        this.clock = clock;
    }

    public boolean isWorkingDay() {
        return calendar.isWorkingDay(LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE));
    }

    /** A substitute's first and last day are days off as well; who has lost the role is none any more. */
    public void applyDelegations(DelegateExecution execution) {
        lapsed.end();
        delegated.bringInLine();
    }

    public void escalateOverdue(DelegateExecution execution) {
        escalate.escalate();
    }

    public void sendDigests(DelegateExecution execution) {
        digests.send();
    }

    public void beginSecondLooks(DelegateExecution execution) {
        secondLooks.begin();
    }
}
