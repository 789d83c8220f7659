package nepsong.correction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the units reported about their findings. A user is the id of a person, or empty when the system acted. */
public interface CorrectionReports {

    /** In the order in which they were handed in. */
    List<ReportedCorrection> of(String finding);

    /** By finding; a finding without a report is left out. */
    Map<String, List<ReportedCorrection>> of(String cycle, @Nullable String unit);

    void add(String finding, int number, String user, CorrectionReport report, RecheckDraw draw);

    /** Nobody could tell whether it is good, for this reason. */
    void attempted(String finding, int number, String user, String reason);

    /** @param reason why it was not enough; null where it is accepted */
    void verify(String finding, int number, String user, boolean accepted, @Nullable String reason);
}
