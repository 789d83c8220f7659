package nepsong.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit did about a finding, as it was typed.
 *
 * @param cost  in đồng, where it cost anything worth naming
 * @param photo a remark on the photos that show the same place afterwards
 */
public record CorrectionReport(
        String measure, LocalDate completedOn, Cause cause, @Nullable BigDecimal cost, @Nullable String photo) {}
