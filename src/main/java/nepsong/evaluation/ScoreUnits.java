package nepsong.evaluation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
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
    private final UnitChecklists checklists;
    private final Units units;

    ScoreUnits(Scorecards scorecards, UnitChecklists checklists, Units units) {
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.units = units;
    }

    /** By unit, in the order asked for; a unit that the registry does not know is left out. */
    @Transactional(readOnly = true)
    public Map<String, UnitScores> score(String cycle, List<String> codes) {
        Map<String, List<ScorecardRow>> all =
                codes.size() > LARGEST_BLOC ? scorecards.of(cycle) : scorecards.of(cycle, codes);
        Map<String, UnitChecklist> byKind = new HashMap<>();
        Map<String, UnitScores> scores = new LinkedHashMap<>();
        for (Unit unit : units.find(codes)) {
            List<ScorecardRow> rows = all.getOrDefault(unit.code(), List.of());
            UnitChecklist checklist = byKind.computeIfAbsent(unit.kind(), kind -> checklists.of(cycle, unit.code()));
            scores.put(unit.code(), UnitScores.of(checklist, rows));
        }
        return scores;
    }
}
