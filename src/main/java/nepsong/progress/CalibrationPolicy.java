package nepsong.progress;

import java.util.Map;
import nepsong.evaluation.Calibration;
import nepsong.evaluation.Calibration.Verdict;

/**
 * {@link Calibration} in SQL, over all that a unit has inspected: when it looks too lenient or too harsh, in points of a hundred: it scores far above or below what is settled in
 * the end, or takes off far less or more than all inspectors do in the mean.
 */
final class CalibrationPolicy {

    static final String EXPLANATION =
            "“Dễ dãi” khi chấm cao hơn điểm chốt quá %1$d điểm, hoặc trừ ít hơn mức chung quá %2$d điểm; “khắt khe” khi ngược lại."
                    .formatted(Calibration.FROM_FINAL, Calibration.FROM_MEAN);

    static final Map<String, String> VERDICTS = WorkListings.names(
            "lenient", Verdict.LENIENT.title(), "harsh", Verdict.HARSH.title(), "even", Verdict.EVEN.title());

    /** Over columns {@code self_cross}, {@code cross_final} and {@code mean_self_cross}. */
    static final String VERDICT =
            """
            case when coalesce(k.cross_final, 0) > %1$d or k.self_cross < k.mean_self_cross - %2$d then 'lenient'
                 when coalesce(k.cross_final, 0) < -%1$d or k.self_cross > k.mean_self_cross + %2$d then 'harsh'
                 else 'even' end"""
                    .formatted(Calibration.FROM_FINAL, Calibration.FROM_MEAN);

    private CalibrationPolicy() {}
}
