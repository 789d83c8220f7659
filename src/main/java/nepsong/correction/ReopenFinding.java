package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A correction was not enough, or has not lasted: the unit begins again, with the whole of the time it was given at first. */
@Component
public class ReopenFinding {

    private final Findings findings;
    private final CorrectionReports reports;
    private final SecondLooks looks;
    private final ReopeningMails mails;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReopenFinding(
            Findings findings,
            CorrectionReports reports,
            SecondLooks looks,
            ReopeningMails mails,
            WorkingCalendar calendar,
            Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.looks = looks;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return the last day for the next report */
    @Transactional
    public LocalDate reopen(String id, String user, String reason) {
        Finding finding = findings.get(id);
        LocalDate dueOn = calendar.plus(LocalDate.now(clock), finding.terms().workingDays());
        if (finding.isOpen()) {
            reports.verify(id, finding.round(), user, false, reason);
        } else {
            looks.conclude(id, finding.round(), user, reason);
        }
        findings.reopen(id, dueOn);
        mails.post(findings.get(id), reason);
        return dueOn;
    }
}
