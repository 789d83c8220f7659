package nepsong.unitfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import nepsong.catalogue.Checklist;
import nepsong.catalogue.Criterion;
import nepsong.evidence.Evidence;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScorecardRow;
import org.jspecify.annotations.Nullable;

/** A group of criteria with what the unit, its inspectors and the settlement said, and the files that prove it. */
public record ScoredGroup(String name, List<Line> lines) {

    public ScoredGroup {
        lines = List.copyOf(lines);
    }

    /** One criterion. */
    public record Line(Criterion criterion, ScorecardRow row, List<Evidence> files) {

        /** What counts in the end: the appealed score, else the settled one. */
        public @Nullable BigDecimal finalScore() {
            return row.appealedScore() == null ? row.finalScore() : row.appealedScore();
        }

        public boolean isFinallyLeftOut() {
            return row.appealedScore() == null && Boolean.TRUE.equals(row.finalNotApplicable());
        }
    }

    /** In the order of the checklist. */
    static List<ScoredGroup> of(List<ScorecardRow> rows, Checklist checklist, Map<String, List<Evidence>> files) {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        rows.forEach(row -> checklist.find(row.criterion()).ifPresent(criterion -> groups.computeIfAbsent(
                        criterion.group() + ". " + criterion.groupName(), name -> new ArrayList<>())
                .add(new Line(criterion, row, files.getOrDefault(row.criterion(), List.of())))));
        return groups.entrySet().stream()
                .map(group -> new ScoredGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** Points that the group can earn, criteria that the unit left out included. */
    public BigDecimal max() {
        return lines.stream().map(line -> line.criterion().max()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public @Nullable BigDecimal self() {
        return sum(line -> line.row().self() == null ? null : points(line.row().selfAnswer()));
    }

    public @Nullable BigDecimal cross() {
        return sum(line -> line.row().cross() == null ? null : points(line.row().crossAnswer()));
    }

    public @Nullable BigDecimal settled() {
        return sum(line -> line.isFinallyLeftOut() ? BigDecimal.ZERO : line.finalScore());
    }

    private static BigDecimal points(Answer answer) {
        return answer.score() == null ? BigDecimal.ZERO : answer.score();
    }

    /** Null where nobody has said anything yet. */
    private @Nullable BigDecimal sum(Function<Line, @Nullable BigDecimal> points) {
        return lines.stream()
                .map(points)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
