package nepsong.evaluation.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nepsong.cycle.Affair;
import nepsong.cycle.Cycles;
import nepsong.delegation.StandIns;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Adjustment;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.ConfirmAdjustments;
import nepsong.evaluation.Grade;
import nepsong.evaluation.ProposeAppraisals;
import nepsong.evaluation.ProposeAppraisals.Proposal;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

@Component
class ConfirmAdjustmentsForm implements TaskForm {

    private final ConfirmAdjustments confirming;
    private final ProposeAppraisals proposals;
    private final Cycles cycles;
    private final Units units;
    private final StandIns standIns;
    private final EvidencePieces evidence;

    ConfirmAdjustmentsForm(
            ConfirmAdjustments confirming,
            ProposeAppraisals proposals,
            Cycles cycles,
            Units units,
            StandIns standIns,
            EvidencePieces evidence) {
        this.confirming = confirming;
        this.proposals = proposals;
        this.cycles = cycles;
        this.units = units;
        this.standIns = standIns;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "evaluation.confirm-adjustments";
    }

    @Override
    public boolean showsManyUnits() {
        return true;
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        List<Appraisal> adjusted = confirming.proposed(task.cycle());
        Map<String, Proposal> graded = proposals.judged(task.cycle(), adjusted).stream()
                .collect(Collectors.toMap(one -> one.candidate().facts().unit(), one -> one));
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<String, Map<String, Object>> overview = new LinkedHashMap<>();
        for (Appraisal one : adjusted) {
            String name = units.find(one.unit()).map(Unit::name).orElse(one.unit());
            rows.add(Map.of("unit", one.unit(), "unitName", name));
            overview.put(one.unit(), overview(name, one, Objects.requireNonNull(graded.get(one.unit()))));
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycleName", cycles.get(task.cycle()).name());
        shown.put("units", rows);
        shown.put("overview", overview);
        shown.put(
                "files",
                adjusted.stream().mapToInt(one -> files(task.cycle(), one)).sum());
        return shown;
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return confirming.objection(task.cycle(), task.user());
    }

    private Map<String, Object> overview(String name, Appraisal one, Proposal proposal) {
        Grade adjusted = Objects.requireNonNull(one.adjustedGrade());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", name);
        shown.put("total", Words.points(proposal.candidate().scores().total()));
        shown.put("bonus", Words.points(one.bonus()));
        shown.put("penalty", Words.points(one.penalty()));
        shown.put("byScore", proposal.grading().byScore().title());
        shown.put(
                "caps",
                Words.caps(
                        better(adjusted, proposal.grading().byScore()),
                        proposal.grading().caps()));
        shown.put("adjusted", adjusted.title());
        shown.put("reason", one.adjustmentReason());
        shown.put("appraiser", standIns.author(one.appraisedBy(), Affair.ofCycle(one.cycle()), "evaluation.appraise"));
        return shown;
    }

    private int files(String cycle, Appraisal one) {
        return evidence.counts(cycle, one.unit(), EvidenceKind.APPRAISAL).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Which of the two will stand is what is decided here: told is what lowers either. */
    private static Grade better(Grade one, Grade other) {
        return one.level() > other.level() ? one : other;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Adjustment> adjustments = data.rows("units").stream()
                .map(row ->
                        new Adjustment(row.text("unit"), row.text("decision").equals("approve"), row.text("reason")))
                .toList();
        return Outcome.of(confirming.confirm(task.cycle(), task.user(), adjustments), Map.of());
    }
}
