package nepsong.crossinspection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.catalogue.Parameter;
import nepsong.crossinspection.CrossScore;
import nepsong.crossinspection.RecordDoubleInspection;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class InspectAgainForm implements TaskForm {

    private final RecordDoubleInspection recording;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final Cycles cycles;
    private final Units units;
    private final Clock clock;

    InspectAgainForm(
            RecordDoubleInspection recording,
            Scorecards scorecards,
            UnitChecklists checklists,
            Cycles cycles,
            Units units,
            Clock clock) {
        this.recording = recording;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.cycles = cycles;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "bloc-inspection.inspect-again";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<ScorecardRow> scorecard = scorecards.of(task.cycle(), task.unit());
        return Map.of(
                "inspectedOn",
                LocalDate.now(clock).toString(),
                "criteria",
                scorecard.stream()
                        .map(row -> SheetRows.row(checklist.get(row.criterion())))
                        .toList(),
                "naRules",
                ScorecardCatalogue.naRules(checklist, scorecard));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        return Map.of(
                "unitName",
                units.find(task.unit()).map(Unit::name).orElse(task.unit()),
                "farApart",
                Words.points(cycles.parameters(task.cycle()).get(Parameter.DOUBLE_FAR_APART)),
                "catalogue",
                ScorecardCatalogue.withoutScores(checklist, scorecards.of(task.cycle(), task.unit())));
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return recording.objection(task.cycle(), task.unit(), task.user());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<CrossScore> scores =
                data.rows("criteria").stream().map(SheetRows::read).toList();
        return Outcome.of(
                recording.record(
                        task.cycle(), task.unit(), data.requiredDate("inspectedOn"), scores, task.user(), task.id()),
                Map.of());
    }
}
