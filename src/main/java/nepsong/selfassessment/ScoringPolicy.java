package nepsong.selfassessment;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;

/** What a scorecard of one criteria set must be like. The refusals' field is {@code criteria}, their row a criterion's code. */
public final class ScoringPolicy {

    public static final String FIELD = "criteria";

    private static final BigDecimal STEPS_IN_A_POINT = BigDecimal.valueOf(4);

    private ScoringPolicy() {}

    /**
     * @param criteria            all criteria of the set
     * @param answers             in any order
     * @param secretaryApproves   whether more than {@link NotApplicablePolicy#POINTS_WITHOUT_APPROVAL} may be left out
     * @return in the order of the criteria, then answers to criteria that the set does not have, then what concerns the whole
     */
    public static List<Refusal> check(List<Criterion> criteria, List<Answer> answers, boolean secretaryApproves) {
        Map<String, List<Answer>> byCriterion = byCriterion(answers);
        List<Refusal> refusals = new ArrayList<>();
        for (Criterion criterion : criteria) {
            refusal(criterion, byCriterion.getOrDefault(criterion.code(), List.of()))
                    .ifPresent(reason -> refusals.add(Refusal.ofRow(FIELD, criterion.code(), reason)));
        }
        Set<String> known = criteria.stream().map(Criterion::code).collect(Collectors.toSet());
        byCriterion.keySet().stream()
                .filter(code -> !known.contains(code))
                .forEach(code ->
                        refusals.add(Refusal.ofRow(FIELD, code, "Tiêu chí này không có trong bộ tiêu chí đang chấm.")));
        BigDecimal leftOut = SetScore.of(criteria, answers).leftOut();
        if (!secretaryApproves && leftOut.compareTo(NotApplicablePolicy.POINTS_WITHOUT_APPROVAL) > 0) {
            refusals.add(Refusal.of(
                    FIELD,
                    "Tổng điểm tối đa của các tiêu chí “Không áp dụng” là %s, vượt quá %s điểm: cần thư ký đoàn chấp thuận."
                            .formatted(points(leftOut), points(NotApplicablePolicy.POINTS_WITHOUT_APPROVAL))));
        }
        return List.copyOf(refusals);
    }

    /** Why these answers to one criterion cannot be counted; empty when they are exactly one good answer. */
    static Optional<String> refusal(Criterion criterion, List<Answer> answers) {
        if (answers.isEmpty()) {
            return Optional.of("Tiêu chí này chưa được chấm.");
        }
        if (answers.size() > 1) {
            return Optional.of("Tiêu chí này bị chấm nhiều lần; mỗi tiêu chí chỉ được chấm một lần.");
        }
        Answer answer = answers.get(0);
        return answer.notApplicable() ? refusalToLeaveOut(criterion, answer) : refusalOfScore(criterion, answer);
    }

    static Map<String, List<Answer>> byCriterion(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::criterion, LinkedHashMap::new, Collectors.toList()));
    }

    private static Optional<String> refusalToLeaveOut(Criterion criterion, Answer answer) {
        return switch (NotApplicablePolicy.decide(criterion, answer.reason(), criterion.max())) {
            case NOT_ALLOWED -> Optional.of("Tiêu chí này không được chọn “Không áp dụng”.");
            case REASON_TOO_SHORT ->
                Optional.of(
                        "Lý do không áp dụng phải có ít nhất %d ký tự.".formatted(NotApplicablePolicy.SHORTEST_REASON));
            case AUTOMATIC, SECRETARY -> Optional.empty();
        };
    }

    private static Optional<String> refusalOfScore(Criterion criterion, Answer answer) {
        BigDecimal score = answer.score();
        if (score == null) {
            return Optional.of("Vui lòng nhập điểm từ 0 đến %s.".formatted(points(criterion.max())));
        }
        if (score.signum() < 0 || score.compareTo(criterion.max()) > 0) {
            return Optional.of("Điểm phải từ 0 đến %s.".formatted(points(criterion.max())));
        }
        return isQuarterStep(score) ? Optional.empty() : Optional.of("Điểm phải là bội số của 0,25.");
    }

    /** The scale is looked at first: a number such as 1E-999999999 must not be expanded. */
    private static boolean isQuarterStep(BigDecimal score) {
        BigDecimal shortest = score.stripTrailingZeros();
        return shortest.scale() <= 2
                && shortest.multiply(STEPS_IN_A_POINT).stripTrailingZeros().scale() <= 0;
    }

    static String points(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
