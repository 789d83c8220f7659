package nepsong.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.CountedAnswers;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes units' scores from their scorecards. Units of one kind are judged by one checklist, which is read once. */
@Component
public class ScoreUnits {

    /** Up to here the units asked for are named in the statement, above it the whole cycle is read. */
    private static final int LARGEST_BLOC = 200;

    private final Scorecards scorecards;
    private final CountedAnswers answers;
    private final UnitChecklists checklists;
    private final Units units;

    ScoreUnits(Scorecards scorecards, CountedAnswers answers, UnitChecklists checklists, Units units) {
        this.scorecards = scorecards;
        this.answers = answers;
        this.checklists = checklists;
        this.units = units;
    }

    /** By unit, in the order asked for; a unit that the registry does not know is left out. */
    @Transactional(readOnly = true)
    public Map<String, UnitScores> score(String cycle, List<String> codes) {
        Map<String, List<ScorecardRow>> all =
                codes.size() > LARGEST_BLOC ? scorecards.of(cycle) : scorecards.of(cycle, codes);
        return judged(cycle, codes, all, UnitScores::of);
    }

    /** Percentage of each group by unit, of the settled scores; a unit that the registry does not know is left out. */
    @Transactional(readOnly = true)
    public Map<String, SortedMap<String, BigDecimal>> groups(String cycle, List<String> codes) {
        return judged(cycle, codes, answers.settled(cycle), UnitScores::groups);
    }

    private <R, S> Map<String, S> judged(
            String cycle, List<String> codes, Map<String, List<R>> rows, BiFunction<UnitChecklist, List<R>, S> score) {
        Map<String, UnitChecklist> byKind = new HashMap<>();
        Map<String, S> scores = new LinkedHashMap<>();
        for (Unit unit : units.find(codes)) {
            UnitChecklist checklist = byKind.computeIfAbsent(unit.kind(), kind -> checklists.of(cycle, unit.code()));
            scores.put(unit.code(), score.apply(checklist, rows.getOrDefault(unit.code(), List.of())));
        }
        return scores;
    }
}
