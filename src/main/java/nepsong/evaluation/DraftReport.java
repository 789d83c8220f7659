package nepsong.evaluation;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretaries write the next version of the report. */
@Component
public class DraftReport {

    private final Reports reports;
    private final ReportFacts facts;

    DraftReport(Reports reports, ReportFacts facts) {
        this.reports = reports;
        this.facts = facts;
    }

    /** The figures of today are kept with what was written. */
    @Transactional
    public void draft(String cycle, String user, Map<ReportSection, String> sections) {
        reports.add(cycle, facts.of(cycle), sections, user);
    }
}
