package nepsong.correction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody could tell whether a correction is good: the place was locked, the file out of reach. The finding is neither closed
 * nor reopened, the unit owes no other report, and the verification is done again.
 */
@Component
public class RepeatVerification {

    private final Findings findings;
    private final CorrectionReports reports;

    RepeatVerification(Findings findings, CorrectionReports reports) {
        this.findings = findings;
        this.reports = reports;
    }

    /** @param reason why it could not be verified, for the unit to read */
    @Transactional
    public void repeat(String finding, String user, String reason) {
        reports.attempted(finding, findings.get(finding).round(), user, reason);
    }
}
