package nepsong.crossinspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nepsong.crossinspection.Minutes.Signature;
import nepsong.cycle.Refusal;
import nepsong.selfassessment.NotApplicablePolicy;
import org.jspecify.annotations.Nullable;

/** What the minutes of a visit must bear: both sides' signatures or two witnesses, and the secretary's word where much was left out. */
public final class MinutesPolicy {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private MinutesPolicy() {}

    /** @param leftOut the points left out in that set where they are most */
    public static boolean needsApproval(BigDecimal leftOut) {
        return leftOut.compareTo(NotApplicablePolicy.POINTS_WITHOUT_APPROVAL) > 0;
    }

    static List<Refusal> check(Minutes minutes, BigDecimal leftOut, @Nullable LocalDate visitedOn, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        refusals.addAll(
                checkDay("teamSignedOn", "Ngày ký của bên kiểm tra", minutes.teamSignature(), visitedOn, today));
        refusals.addAll(checkDay("unitSignedOn", "Ngày ký của đơn vị", minutes.unitSignature(), visitedOn, today));
        if (minutes.refusedToSign() && minutes.firstWitness().equalsIgnoreCase(minutes.secondWitness())) {
            refusals.add(Refusal.of("secondWitness", "Hai người làm chứng phải là hai người khác nhau"));
        }
        if (needsApproval(leftOut) && !minutes.naApproved()) {
            refusals.add(Refusal.of(
                    "naApproved",
                    "Bên kiểm tra chọn “Không áp dụng” quá %s điểm trong một bộ tiêu chí: cần thư ký chấp thuận"
                            .formatted(NotApplicablePolicy.POINTS_WITHOUT_APPROVAL.toPlainString())));
        }
        return refusals;
    }

    private static List<Refusal> checkDay(
            String field, String label, @Nullable Signature signature, @Nullable LocalDate visitedOn, LocalDate today) {
        if (signature == null
                || !signature.on().isAfter(today)
                        && (visitedOn == null || !signature.on().isBefore(visitedOn))) {
            return List.of();
        }
        String from = visitedOn == null ? "" : " từ ngày kiểm tra " + DAY.format(visitedOn);
        return List.of(Refusal.of(field, "“%s” phải%s đến hôm nay".formatted(label, from)));
    }
}
