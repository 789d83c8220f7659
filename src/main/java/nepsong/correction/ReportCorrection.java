package nepsong.correction;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unit says what it did about a finding. */
@Component
public class ReportCorrection {

    /** Short enough to be written down. */
    private static final int SEEDS = 1_000_000;

    private final Findings findings;
    private final CorrectionReports reports;
    private final FindingPhotos photos;
    private final Clock clock;
    private final SecureRandom seeds = new SecureRandom();

    ReportCorrection(Findings findings, CorrectionReports reports, FindingPhotos photos, Clock clock) {
        this.findings = findings;
        this.reports = reports;
        this.photos = photos;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> report(String id, String user, CorrectionReport report) {
        Finding finding = findings.get(id);
        List<Refusal> refusals = CorrectionReportPolicy.check(finding, report, photos.after(finding), clock);
        if (refusals.isEmpty()) {
            reports.add(id, finding.round(), user, report, RecheckDraw.of(finding, seeds.nextInt(SEEDS)));
        }
        return refusals;
    }
}
