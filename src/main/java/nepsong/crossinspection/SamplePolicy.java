package nepsong.crossinspection;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;
import nepsong.selfassessment.Sample;
import nepsong.selfassessment.UnitChecklist;

/**
 * Inspectors may say how much they looked at. Their score need not be what the sample comes to, since they have read the
 * unit's documents too; then they say why.
 */
final class SamplePolicy {

    private SamplePolicy() {}

    static List<Refusal> check(UnitChecklist checklist, CrossScore score) {
        return checklist.criteria().stream()
                .filter(criterion -> criterion.code().equals(score.criterion()) && !score.notApplicable())
                .flatMap(criterion -> numbers(score.sample())
                        .or(() -> difference(criterion, score))
                        .map(reason -> Refusal.ofRow("samples", score.criterion(), reason))
                        .stream())
                .toList();
    }

    private static Optional<String> numbers(Sample sample) {
        if (sample.isHalf()) {
            return Optional.of("“Số mẫu đã xem” và “Số lỗi” phải ghi cả hai hoặc để trống cả hai");
        }
        return sample.hasMoreFaultsThanThings()
                ? Optional.of("“Số lỗi” không được lớn hơn “Số mẫu đã xem”")
                : Optional.empty();
    }

    private static Optional<String> difference(Criterion criterion, CrossScore score) {
        BigDecimal typed = score.score();
        boolean silent = score.note() == null || score.note().isBlank();
        return score.sample()
                .score(criterion)
                .filter(computed -> silent && typed != null && typed.compareTo(computed) != 0)
                .map(computed ->
                        "Điểm kiểm tra khác điểm tính theo mẫu đã xem (%s, được %s điểm): phải ghi nhận xét nêu lý do"
                                .formatted(
                                        score.sample().words(),
                                        computed.stripTrailingZeros()
                                                .toPlainString()
                                                .replace('.', ',')));
    }
}
