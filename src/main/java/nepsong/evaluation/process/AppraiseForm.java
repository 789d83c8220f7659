package nepsong.evaluation.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.AppraiseBloc;
import nepsong.evaluation.CheckTwice;
import nepsong.evaluation.DoubleCheck;
import nepsong.evaluation.GradingPolicy.Candidate;
import nepsong.evaluation.PointItem;
import nepsong.evaluation.PointItems;
import nepsong.evaluation.ProposeAppraisals;
import nepsong.evaluation.ProposeAppraisals.Proposal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

@Component
class AppraiseForm implements TaskForm {

    private final AppraiseBloc appraising;
    private final ProposeAppraisals proposals;
    private final CheckTwice twice;
    private final HeatTable heat;
    private final Checklists checklists;
    private final Cycles cycles;
    private final Units units;

    AppraiseForm(
            AppraiseBloc appraising,
            ProposeAppraisals proposals,
            CheckTwice twice,
            HeatTable heat,
            Checklists checklists,
            Cycles cycles,
            Units units) {
        this.appraising = appraising;
        this.proposals = proposals;
        this.twice = twice;
        this.heat = heat;
        this.checklists = checklists;
        this.cycles = cycles;
        this.units = units;
    }

    @Override
    public String key() {
        return "evaluation.appraise";
    }

    @Override
    public boolean showsManyUnits() {
        return true;
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        ParameterValues rules = cycles.parameters(task.cycle());
        Map<String, Object> opened = new LinkedHashMap<>();
        // In open for the forms of before, which needed it when they are handed in.
        opened.put("evidenceUntrue", Words.points(rules.get(Parameter.EVIDENCE_UNTRUE)));
        opened.put("highestBonus", Words.points(rules.get(Parameter.HIGHEST_BONUS)));
        opened.put("highestPenalty", Words.points(rules.get(Parameter.HIGHEST_PENALTY)));
        opened.put("units", rows(task, rules));
        opened.put(
                "unitOptions",
                cycles.bloc(task.cycle(), task.bloc()).units().stream()
                        .map(unit -> new Option(unit, name(unit)))
                        .toList());
        opened.put("items", unlessSent(() -> PointRows.of(proposals.items(task.cycle(), task.bloc()))));
        return opened;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        List<Proposal> proposed = proposals.propose(task.cycle(), task.bloc());
        Map<String, DoubleCheck> checks = twice.of(task.cycle(), task.bloc());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.putAll(PointRows.worth(cycles.parameters(task.cycle())));
        shown.put("blocName", cycles.bloc(task.cycle(), task.bloc()).name());
        shown.put(
                "overview",
                proposed.stream()
                        .collect(Collectors.toMap(
                                proposal -> proposal.candidate().facts().unit(),
                                proposal -> AppraisalOverview.of(
                                        task.cycle(),
                                        name(proposal.candidate().facts().unit()),
                                        proposal,
                                        checks.get(proposal.candidate().facts().unit())))));
        shown.putAll(
                heat.of(proposed, checklists.version(cycles.get(task.cycle()).checklist())));
        shown.put(
                "calibration",
                proposals.calibration(task.cycle(), task.bloc(), proposed).stream()
                        .map(one -> Map.of(
                                "inspecting", name(one.inspecting()),
                                "inspected", name(one.inspected()),
                                "selfCross", Words.points(one.selfCross()),
                                "crossFinal", Words.points(one.crossFinal()),
                                "verdict", one.verdict().title()))
                        .toList());
        return shown;
    }

    @Override
    public Optional<String> objection(FormTask task) {
        return appraising.objection(task.cycle(), task.bloc(), task.user());
    }

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<PointItem> items = PointRows.read(data.rows("items"), data.rows("units"));
        ParameterValues rules = cycles.parameters(task.cycle());
        Map<String, List<PointItem>> byUnit = items.stream().collect(Collectors.groupingBy(PointItem::unit));
        List<Appraisal> said = data.rows("units").stream()
                .map(row -> AppraisedRow.read(
                        task, row, new PointItems(byUnit.getOrDefault(row.text("unit"), List.of()), rules)))
                .toList();
        Map<String, String> resolutions = data.rows("units").stream()
                .collect(Collectors.toMap(row -> row.text("unit"), row -> row.text("resolution"), (one, other) -> one));
        return Outcome.of(
                appraising.appraise(task.cycle(), task.bloc(), task.user(), said, items, resolutions), Map.of());
    }

    private List<Map<String, Object>> rows(FormTask task, ParameterValues rules) {
        SingletonSupplier<Map<String, Appraisal>> proposed =
                SingletonSupplier.of(() -> proposals.candidates(task.cycle(), task.bloc()).stream()
                        .map(Candidate::appraisal)
                        .collect(Collectors.toMap(Appraisal::unit, Function.identity())));
        Map<String, DoubleCheck> checks = twice.of(task.cycle(), task.bloc());
        return cycles.bloc(task.cycle(), task.bloc()).units().stream()
                .map(unit ->
                        row(unit, () -> Objects.requireNonNull(proposed.obtain().get(unit)), rules, checks.get(unit)))
                .toList();
    }

    private Map<String, Object> row(
            String unit, Supplier<Appraisal> proposed, ParameterValues rules, @Nullable DoubleCheck check) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", unit);
        row.put("unitName", name(unit));
        // Down to the reason of the penalty for the forms of before the causes were written one by one.
        row.put("highestBonus", rules.get(Parameter.HIGHEST_BONUS));
        row.put("highestPenalty", rules.get(Parameter.HIGHEST_PENALTY));
        row.put("bonus", unlessSent(() -> proposed.get().bonus()));
        row.put("bonusReason", unlessSent(() -> proposed.get().bonusReason()));
        row.put("penalty", unlessSent(() -> proposed.get().penalty()));
        row.put("penaltyReason", unlessSent(() -> proposed.get().penaltyReason()));
        row.put("evidenceUntrue", unlessSent(() -> proposed.get().evidenceUntrue()));
        row.put("harassmentConcluded", unlessSent(() -> proposed.get().harassmentConcluded()));
        row.put("inspectionObstructed", unlessSent(() -> proposed.get().inspectionObstructed()));
        row.put("pledgeIncomplete", unlessSent(() -> proposed.get().pledgeIncomplete()));
        row.put("headDisciplined", unlessSent(() -> proposed.get().headDisciplined()));
        row.put("vetoNote", unlessSent(() -> proposed.get().vetoNote()));
        if (check != null && check.isFarApart()) {
            row.put("difference", check.difference());
        }
        return row;
    }
}
