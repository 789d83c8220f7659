package nepsong.unitfile;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.correction.ReportedCorrection;
import nepsong.evidence.Evidence;

/**
 * A finding and what became of it.
 *
 * @param before what shows it as it was found
 * @param after  what shows what was done about it
 * @param seen   what the secretary saw when it was verified
 * @param again  what shows whether it has lasted
 */
public record FindingFile(
        Finding finding,
        List<ReportedCorrection> reports,
        List<Evidence> before,
        List<Evidence> after,
        List<Evidence> seen,
        List<Evidence> again,
        boolean overdue) {

    public FindingFile {
        reports = List.copyOf(reports);
        before = List.copyOf(before);
        after = List.copyOf(after);
        seen = List.copyOf(seen);
        again = List.copyOf(again);
    }

    static FindingFile of(
            Finding finding,
            List<ReportedCorrection> reports,
            List<Evidence> before,
            List<Evidence> corrected,
            LocalDate today) {
        boolean overdue = finding.isOpen() && finding.dueOn().isBefore(today);
        return new FindingFile(
                finding,
                reports,
                before,
                photos(
                        corrected,
                        piece -> !FindingPhotos.isOfSecondLook(piece) && !FindingPhotos.isOfVerification(piece)),
                photos(corrected, FindingPhotos::isOfVerification),
                photos(corrected, FindingPhotos::isOfSecondLook),
                overdue);
    }

    private static List<Evidence> photos(List<Evidence> corrected, Predicate<Evidence> which) {
        return corrected.stream().filter(which).toList();
    }
}
