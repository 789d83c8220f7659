package nepsong.evaluation.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nepsong.catalogue.Parameter;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.AppraiseBloc;
import nepsong.evaluation.Grade;
import nepsong.evaluation.GradedFacts;
import nepsong.evaluation.GradingPolicy.Candidate;
import nepsong.evaluation.ProposeAppraisals;
import nepsong.evaluation.ProposeAppraisals.Proposal;
import nepsong.evaluation.UnitScores;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

@Component
class AppraiseForm implements TaskForm {

    private final AppraiseBloc appraising;
    private final ProposeAppraisals proposals;
    private final HeatTable heat;
    private final Cycles cycles;
    private final Units units;

    AppraiseForm(AppraiseBloc appraising, ProposeAppraisals proposals, HeatTable heat, Cycles cycles, Units units) {
        this.appraising = appraising;
        this.proposals = proposals;
        this.heat = heat;
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
        return Map.of(
                "highestBonus",
                Words.points(rules.get(Parameter.HIGHEST_BONUS)),
                "highestPenalty",
                Words.points(rules.get(Parameter.HIGHEST_PENALTY)),
                "evidenceUntrue",
                Words.points(rules.get(Parameter.EVIDENCE_UNTRUE)),
                "units",
                rows(task, rules));
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        List<Proposal> proposed = proposals.propose(task.cycle(), task.bloc());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("blocName", cycles.bloc(task.cycle(), task.bloc()).name());
        shown.put(
                "overview",
                proposed.stream()
                        .map(proposal -> overview(
                                task.cycle(), name(proposal.candidate().facts().unit()), proposal))
                        .toList());
        shown.putAll(heat.of(proposed));
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

    private String name(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<Appraisal> said =
                data.rows("units").stream().map(row -> appraisal(task, row)).toList();
        return Outcome.of(appraising.appraise(task.cycle(), task.bloc(), task.user(), said), Map.of());
    }

    private static Appraisal appraisal(FormTask task, FormData row) {
        String adjusted = row.textOrNull("adjustedGrade");
        return new Appraisal(
                task.cycle(),
                row.text("unit"),
                row.number("bonus").orElse(BigDecimal.ZERO),
                row.text("bonusReason"),
                row.number("penalty").orElse(BigDecimal.ZERO),
                row.text("penaltyReason"),
                row.flag("evidenceUntrue"),
                row.flag("harassmentConcluded"),
                row.flag("inspectionObstructed"),
                row.flag("headDisciplined"),
                row.flag("pledgeIncomplete"),
                row.text("vetoNote"),
                adjusted == null ? null : Grade.valueOf(adjusted),
                row.text("adjustmentReason"),
                null,
                task.user());
    }

    private List<Map<String, Object>> rows(FormTask task, ParameterValues rules) {
        SingletonSupplier<Map<String, Appraisal>> proposed =
                SingletonSupplier.of(() -> proposals.candidates(task.cycle(), task.bloc()).stream()
                        .map(Candidate::appraisal)
                        .collect(Collectors.toMap(Appraisal::unit, Function.identity())));
        return cycles.bloc(task.cycle(), task.bloc()).units().stream()
                .map(unit ->
                        row(unit, () -> Objects.requireNonNull(proposed.obtain().get(unit)), rules))
                .toList();
    }

    private Map<String, Object> row(String unit, Supplier<Appraisal> proposed, ParameterValues rules) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", unit);
        row.put("unitName", name(unit));
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
        return row;
    }

    private static Map<String, Object> overview(String cycle, String name, Proposal proposal) {
        UnitScores scores = proposal.candidate().scores();
        GradedFacts facts = proposal.candidate().facts();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", name);
        shown.put("file", "/units/" + facts.unit() + "?cycle=" + cycle);
        shown.put("self", Words.points(scores.self()));
        shown.put("cross", Words.points(scores.cross()));
        shown.put("total", Words.points(scores.total()));
        shown.put("weakGroups", Words.orNone(scores.weakGroups()));
        shown.put("submission", submission(facts));
        shown.put(
                "duty",
                facts.crossInspectionDone()
                        ? "Đã thực hiện nhiệm vụ kiểm tra chéo."
                        : "Không hoàn thành nhiệm vụ kiểm tra chéo.");
        shown.put(
                "findings",
                "Tồn tại còn mở: %d, trong đó nghiêm trọng: %d; lặp lại từ kỳ trước: %d."
                        .formatted(facts.openFindings(), facts.openCriticalFindings(), facts.repeatedFindings()));
        shown.put("grade", proposal.grading().grade().title());
        shown.put("reasons", Words.reasons(proposal.grading()));
        return shown;
    }

    private static String submission(GradedFacts facts) {
        if (facts.submittedAt() == null) {
            return "Không nộp tự đánh giá.";
        }
        return facts.workingDaysLate() == 0
                ? "Nộp tự đánh giá đúng hạn."
                : "Nộp tự đánh giá chậm %d ngày làm việc.".formatted(facts.workingDaysLate());
    }
}
