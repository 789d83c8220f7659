package nepsong.selfassessment.process;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.engine.FormTask;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.SetScore;
import nepsong.selfassessment.UnitChecklist;

/** The scorecard as those see it who decide on it: totals computed here, a table of the groups, and every row. */
final class ScorecardOverview {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ScorecardOverview() {}

    /** @param pieces of evidence that the unit has filed */
    static Map<String, Object> show(
            UnitChecklist checklist, List<ScorecardRow> scorecard, FiledPieces pieces, FormTask task) {
        List<Answer> answers = answers(scorecard);
        List<SelfScore> scores = scorecard.stream()
                .map(ScorecardRow::self)
                .filter(Objects::nonNull)
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("total", points(checklist.total(answers)));
        shown.put("scoredCount", scores.size());
        shown.put(
                "leftOutCount", scores.stream().filter(SelfScore::notApplicable).count());
        shown.put("leftOutPoints", points(checklist.mostLeftOut(answers)));
        shown.put(
                "withoutEvidence",
                scores.stream()
                        .filter(score -> lacksEvidence(score) && pieces.count(score.criterion()) == 0)
                        .count());
        shown.put("groups", groups(checklist, answers));
        shown.put(
                "details",
                scores.stream()
                        .map(score -> detail(checklist.get(score.criterion()), score, pieces, task))
                        .toList());
        return shown;
    }

    static List<Answer> answers(List<ScorecardRow> scorecard) {
        return scorecard.stream().map(ScorecardRow::selfAnswer).toList();
    }

    private static boolean lacksEvidence(SelfScore score) {
        BigDecimal points = score.score();
        return points != null && points.signum() > 0 && score.evidence().isMissing();
    }

    private static List<Map<String, Object>> groups(UnitChecklist checklist, List<Answer> answers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CriteriaSet set : checklist.sets()) {
            Map<String, List<Criterion>> groups = new LinkedHashMap<>();
            checklist.of(set).forEach(criterion -> groups.computeIfAbsent(
                            criterion.group() + ". " + criterion.groupName(), name -> new ArrayList<>())
                    .add(criterion));
            groups.forEach((name, criteria) -> rows.add(line(set.title(), name, reached(criteria, answers))));
            rows.add(line(set.title(), "Cộng", reached(checklist.of(set), answers)));
        }
        return rows;
    }

    private static SetScore reached(List<Criterion> criteria, List<Answer> answers) {
        return SetScore.of(criteria, answers);
    }

    private static Map<String, Object> line(String set, String group, SetScore score) {
        return Map.of(
                "set",
                set,
                "group",
                group,
                "score",
                points(score.reached()),
                "max",
                points(score.maximum()),
                "percent",
                score.maximum().signum() == 0 ? "–" : percent(score) + "%");
    }

    private static String percent(SetScore score) {
        return points(score.reached().multiply(HUNDRED).divide(score.maximum(), 1, RoundingMode.HALF_UP));
    }

    private static Map<String, Object> detail(Criterion criterion, SelfScore self, FiledPieces pieces, FormTask task) {
        List<String> words = new ArrayList<>();
        if (self.naReason() != null) {
            words.add("Lý do không áp dụng: " + self.naReason());
        }
        String figures = self.figures().words(criterion);
        if (!figures.isEmpty()) {
            words.add("Số liệu: " + figures);
        }
        if (self.note() != null) {
            words.add(self.note());
        }
        return Map.of(
                "code",
                criterion.code(),
                "text",
                criterion.text(),
                "max",
                points(criterion.max()),
                "score",
                self.score() == null ? "Không áp dụng" : points(self.score()),
                "note",
                String.join("\n", words),
                "evidence",
                Stream.of(self.evidence().cited(), pieces.words(criterion.code()))
                        .filter(one -> !one.isEmpty())
                        .collect(joining("; ")),
                "pieces",
                pieces.count(criterion.code()),
                "page",
                "/evidence/" + task.id());
    }

    private static String points(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
