package nepsong.crossinspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.ScoringPolicy;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;
import org.jspecify.annotations.Nullable;

/** What an inspector's sheet must be like: every criterion scored, and each large difference from the self-score explained. */
final class CrossScoringPolicy {

    /** Usually half a day; a day that was mistyped is years away. */
    private static final int LONGEST_DAYS = 7;

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    private CrossScoringPolicy() {}

    static List<Refusal> check(
            UnitChecklist checklist, List<ScorecardRow> scorecard, VisitReport report, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (report.startedAt().toLocalDate().isAfter(today)) {
            refusals.add(Refusal.of("visitStart", "Giờ bắt đầu không được ở sau hôm nay: chỉ ghi khi đã kiểm tra"));
        }
        if (!report.endedAt().isAfter(report.startedAt())) {
            refusals.add(Refusal.of("visitEnd", "Giờ kết thúc phải sau giờ bắt đầu"));
        }
        if (report.endedAt().isAfter(report.startedAt().plusDays(LONGEST_DAYS))) {
            refusals.add(Refusal.of(
                    "visitStart",
                    "“Bắt đầu kiểm tra” không được trước “Kết thúc kiểm tra” quá %d ngày; hãy xem lại ngày"
                            .formatted(LONGEST_DAYS)));
        }
        if (report.endedAt().toLocalDate().isAfter(today)) {
            refusals.add(Refusal.of("visitEnd", "Giờ kết thúc không được ở sau hôm nay: chỉ ghi khi đã kiểm tra"));
        }
        if (report.whereabouts().rooms().isEmpty()) {
            refusals.add(Refusal.of("rooms", "“Phòng, bộ phận được kiểm tra” cần ít nhất một dòng"));
        }
        refusals.addAll(answers(checklist, report.scores()));
        refusals.addAll(unexplained(checklist, scorecard, report.scores()));
        report.scores().forEach(score -> refusals.addAll(SamplePolicy.check(checklist, score)));
        return refusals.stream().distinct().toList();
    }

    /** Every criterion of the unit's sets is scored, or left out where that is allowed. */
    static List<Refusal> answers(UnitChecklist checklist, List<CrossScore> scores) {
        List<Refusal> refusals = new ArrayList<>();
        for (CriteriaSet set : checklist.sets()) {
            Set<String> ofOtherSets = checklist.criteria().stream()
                    .filter(criterion -> criterion.set() != set)
                    .map(Criterion::code)
                    .collect(Collectors.toSet());
            refusals.addAll(ScoringPolicy.check(
                    checklist.of(set),
                    scores.stream()
                            .filter(score -> !ofOtherSets.contains(score.criterion()))
                            .map(CrossScore::answer)
                            .toList(),
                    true));
        }
        return refusals;
    }

    private static List<Refusal> unexplained(
            UnitChecklist checklist, List<ScorecardRow> scorecard, List<CrossScore> scores) {
        Map<String, SelfScore> selfScores = new HashMap<>();
        scorecard.forEach(row -> {
            if (row.self() != null) {
                selfScores.put(row.criterion(), row.self());
            }
        });
        Map<String, Criterion> criteria =
                checklist.criteria().stream().collect(Collectors.toMap(Criterion::code, criterion -> criterion));
        List<Refusal> refusals = new ArrayList<>();
        for (CrossScore cross : scores) {
            SelfScore self = selfScores.get(cross.criterion());
            Criterion criterion = criteria.get(cross.criterion());
            boolean silent = cross.note() == null || cross.note().isBlank();
            if (self != null
                    && criterion != null
                    && silent
                    && needsNote(self.score(), cross.score(), criterion.max())) {
                refusals.add(Refusal.ofRow(
                        "note", cross.criterion(), "Điểm lệch nhiều so với điểm tự chấm: phải ghi nhận xét nêu lý do"));
            }
        }
        return refusals;
    }

    /** Whether the scores are further apart than one point and a quarter of the maximum. */
    static boolean needsNote(@Nullable BigDecimal self, @Nullable BigDecimal cross, BigDecimal max) {
        return self != null
                && cross != null
                && self.subtract(cross).abs().compareTo(BigDecimal.ONE.max(max.multiply(QUARTER))) > 0;
    }
}
