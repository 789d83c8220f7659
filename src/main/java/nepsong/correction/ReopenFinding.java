package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A correction was not enough: the unit begins again, with the whole of the time that the finding was given at first. */
@Component
public class ReopenFinding {

    private final Findings findings;
    private final CorrectionReports reports;
    private final ReopeningMails mails;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReopenFinding(
            Findings findings, CorrectionReports reports, ReopeningMails mails, WorkingCalendar calendar, Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.mails = mails;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return the last day for the next report */
    @Transactional
    public LocalDate reopen(String id, String user, String reason) {
        Finding finding = findings.get(id);
        LocalDate dueOn = calendar.plus(LocalDate.now(clock), finding.terms().workingDays());
        reports.verify(id, finding.round(), user, false, reason);
        findings.reopen(id, dueOn);
        mails.post(findings.get(id), reason);
        return dueOn;
    }
}
