package nepsong.progress;

import java.util.Map;

/**
 * When an inspecting unit looks too lenient or too harsh, in points of a hundred: it scores far above or below what is settled in
 * the end, or takes off far less or more than all inspectors do in the mean.
 */
final class CalibrationPolicy {

    static final int FROM_FINAL = 3;
    static final int FROM_MEAN = 5;

    static final String EXPLANATION =
            "“Dễ dãi” khi chấm cao hơn điểm chốt quá %1$d điểm, hoặc trừ ít hơn mức chung quá %2$d điểm; “khắt khe” khi ngược lại."
                    .formatted(FROM_FINAL, FROM_MEAN);

    static final Map<String, String> VERDICTS =
            WorkListings.names("lenient", "▲ Có vẻ dễ dãi", "harsh", "▼ Có vẻ khắt khe", "even", "✓ Cân bằng");

    /** Over columns {@code self_cross}, {@code cross_final} and {@code mean_self_cross}. */
    static final String VERDICT =
            """
            case when coalesce(k.cross_final, 0) > %1$d or k.self_cross < k.mean_self_cross - %2$d then 'lenient'
                 when coalesce(k.cross_final, 0) < -%1$d or k.self_cross > k.mean_self_cross + %2$d then 'harsh'
                 else 'even' end"""
                    .formatted(FROM_FINAL, FROM_MEAN);

    private CalibrationPolicy() {}
}
