package nepsong.selfassessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;

/**
 * Where the catalogue says that a score follows from what was counted, a unit that gives the numbers gives itself the score
 * that they come to. Giving them is its choice.
 */
final class FiguresPolicy {

    private FiguresPolicy() {}

    static List<Refusal> check(UnitChecklist checklist, List<SelfScore> scores) {
        return scores.stream()
                .filter(score -> !score.notApplicable() && !score.figures().isMissing())
                .flatMap(score -> checklist.criteria().stream()
                        .filter(criterion -> criterion.code().equals(score.criterion()))
                        .flatMap(criterion -> check(criterion, score)))
                .toList();
    }

    private static Stream<Refusal> check(Criterion criterion, SelfScore score) {
        return criterion.measure() == null
                ? Stream.of(refusal("score", criterion, "Tiêu chí này không chấm theo số liệu"))
                : misfit(criterion, score.figures()).or(() -> difference(criterion, score)).stream();
    }

    private static Optional<Refusal> misfit(Criterion criterion, Figures figures) {
        if (figures.counted() == null || figures.total() == null) {
            return Optional.of(refusal(
                    figures.counted() == null ? "counted" : "total",
                    criterion,
                    "“Số đạt hoặc số lỗi” và “Trên tổng số” phải ghi cả hai hoặc để trống cả hai"));
        }
        return figures.isTooMuch()
                ? Optional.of(refusal("counted", criterion, "“Số đạt hoặc số lỗi” không được lớn hơn “Trên tổng số”"))
                : Optional.empty();
    }

    private static Optional<Refusal> difference(Criterion criterion, SelfScore score) {
        BigDecimal typed = score.score();
        return score.figures()
                .score(criterion)
                .filter(computed -> typed != null && typed.compareTo(computed) != 0)
                .map(computed -> refusal(
                        "score",
                        criterion,
                        "“Điểm tự chấm” phải là %s theo số liệu đã ghi (%s); hãy sửa điểm hoặc sửa số liệu"
                                .formatted(
                                        ScoringPolicy.points(computed),
                                        score.figures().words(criterion))));
    }

    private static Refusal refusal(String field, Criterion criterion, String reason) {
        return Refusal.ofRow(field, criterion.code(), reason);
    }
}
