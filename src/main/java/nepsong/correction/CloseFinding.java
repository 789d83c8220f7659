package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary finds a correction good: the finding no longer counts against the unit, except as one that was made. */
@Component
public class CloseFinding {

    private final Findings findings;
    private final CorrectionReports reports;
    private final SecondLooks looks;
    private final Clock clock;

    CloseFinding(Findings findings, CorrectionReports reports, SecondLooks looks, Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.looks = looks;
        this.clock = clock;
    }

    /** @param note what the secretary saw */
    @Transactional
    public void close(String id, String user, String note) {
        Finding finding = findings.get(id);
        reports.verify(id, finding.round(), user, true, note);
        findings.close(id, user);
        int days = finding.terms().secondLookDays();
        if (days > 0) {
            looks.plan(id, finding.round(), LocalDate.now(clock).plusDays(days));
        }
    }
}
