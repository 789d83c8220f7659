package nepsong.unitfile;

import static java.util.stream.Collectors.partitioningBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.ReportedCorrection;
import nepsong.evidence.Evidence;

/**
 * A finding and what became of it.
 *
 * @param before what shows it as it was found
 * @param after  what shows what was done about it
 * @param again  what shows whether it has lasted
 */
public record FindingFile(
        Finding finding,
        List<ReportedCorrection> reports,
        List<Evidence> before,
        List<Evidence> after,
        List<Evidence> again,
        boolean overdue) {

    public FindingFile {
        reports = List.copyOf(reports);
        before = List.copyOf(before);
        after = List.copyOf(after);
        again = List.copyOf(again);
    }

    static FindingFile of(
            Finding finding,
            List<ReportedCorrection> reports,
            List<Evidence> before,
            List<Evidence> corrected,
            LocalDate today) {
        boolean overdue = finding.isOpen() && finding.dueOn().isBefore(today);
        Map<Boolean, List<Evidence>> photos = corrected.stream().collect(partitioningBy(FindingPhotos::isOfSecondLook));
        return new FindingFile(
                finding,
                reports,
                before,
                photos.getOrDefault(false, List.of()),
                photos.getOrDefault(true, List.of()),
                overdue);
    }
}
