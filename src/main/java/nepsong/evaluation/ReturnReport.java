package nepsong.evaluation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The leader gives the report back to the secretaries, who write its next version. */
@Component
public class ReturnReport {

    private final Reports reports;

    ReturnReport(Reports reports) {
        this.reports = reports;
    }

    @Transactional
    public void giveBack(String cycle, String reason) {
        reports.giveBack(reports.get(cycle), reason);
    }
}
