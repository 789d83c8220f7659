package nepsong.correction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary finds a correction good: the finding no longer counts against the unit, except as one that was made. */
@Component
public class CloseFinding {

    private final Findings findings;
    private final CorrectionReports reports;

    CloseFinding(Findings findings, CorrectionReports reports) {
        this.findings = findings;
        this.reports = reports;
    }

    @Transactional
    public void close(String finding, String user) {
        reports.verify(finding, findings.get(finding).round(), user, true, null);
        findings.close(finding, user);
    }
}
