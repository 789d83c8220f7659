package nepsong.unitfile;

import java.time.LocalDate;
import java.util.List;
import nepsong.correction.Finding;
import nepsong.correction.ReportedCorrection;
import nepsong.evidence.Evidence;

/**
 * A finding and what became of it.
 *
 * @param before what shows it as it was found
 * @param after  what shows what was done about it
 */
public record FindingFile(
        Finding finding,
        List<ReportedCorrection> reports,
        List<Evidence> before,
        List<Evidence> after,
        boolean overdue) {

    public FindingFile {
        reports = List.copyOf(reports);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static FindingFile of(
            Finding finding,
            List<ReportedCorrection> reports,
            List<Evidence> before,
            List<Evidence> after,
            LocalDate today) {
        boolean overdue = finding.isOpen() && finding.dueOn().isBefore(today);
        return new FindingFile(finding, reports, before, after, overdue);
    }
}
