package nepsong.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.ParameterValues;
import nepsong.crossinspection.DoubleInspections;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An appraiser settles bonus, penalty and vetoes of a bloc's units, and what follows where two inspections lie far apart. */
@Component
public class AppraiseBloc {

    private final Cycles cycles;
    private final Units units;
    private final Appraisals appraisals;
    private final EarnedGrades earned;
    private final CheckTwice twice;
    private final DoubleInspections secondInspections;
    private final ImpartialityPolicy impartiality;
    private final EvaluationRecord record;

    AppraiseBloc(
            Cycles cycles,
            Units units,
            Appraisals appraisals,
            EarnedGrades earned,
            CheckTwice twice,
            DoubleInspections secondInspections,
            ImpartialityPolicy impartiality,
            EvaluationRecord record) {
        this.cycles = cycles;
        this.units = units;
        this.appraisals = appraisals;
        this.earned = earned;
        this.twice = twice;
        this.secondInspections = secondInspections;
        this.impartiality = impartiality;
        this.record = record;
    }

    /**
     * @param said        one per unit of the bloc
     * @param items       for what its units get points more or less; what they come to is in {@code said}
     * @param resolutions by unit, what follows from the difference between its two inspections; blank where nothing was
     *                    said; how long it has to be, the form says
     */
    @Transactional
    public List<Refusal> appraise(
            String cycle,
            String bloc,
            String person,
            List<Appraisal> said,
            List<PointItem> items,
            Map<String, String> resolutions) {
        List<String> codes = cycles.bloc(cycle, bloc).units();
        Set<String> named = said.stream().map(Appraisal::unit).collect(Collectors.toSet());
        if (said.size() != codes.size() || !named.equals(Set.copyOf(codes))) {
            throw new IllegalArgumentException("an appraisal is of every unit of the bloc " + bloc);
        }
        List<Refusal> refusals = new ArrayList<>();
        objection(cycle, bloc, person).ifPresent(reason -> refusals.add(Refusal.of("", reason)));
        Map<String, String> names = units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        ParameterValues rules = cycles.parameters(cycle);
        said.forEach(
                one -> refusals.addAll(AppraisalPolicy.check(one, names.getOrDefault(one.unit(), one.unit()), rules)));
        items.stream()
                .collect(Collectors.groupingBy(PointItem::unit))
                .forEach((unit, ofUnit) ->
                        refusals.addAll(new PointItems(ofUnit, rules).check(names.getOrDefault(unit, unit))));
        unchanged(cycle, said)
                .forEach((unit, grade) -> refusals.add(Refusal.ofRow(
                        AppraisalPolicy.FIELD,
                        names.getOrDefault(unit, unit),
                        "Theo điểm, đơn vị đã được xếp loại %s: để trống “Điều chỉnh xếp loại” hoặc chọn loại khác."
                                .formatted(grade.title()))));
        Map<String, DoubleCheck> farApart = farApart(cycle, bloc);
        farApart.keySet().stream()
                .filter(unit -> resolutions.getOrDefault(unit, "").isBlank())
                .forEach(unit -> refusals.add(Refusal.ofRow(
                        AppraisalPolicy.FIELD,
                        names.getOrDefault(unit, unit),
                        "Kết quả kiểm tra kép chênh nhiều so với kiểm tra chéo: cần nêu cách giải quyết.")));
        if (refusals.isEmpty()) {
            appraisals.save(said, items);
            farApart.forEach((unit, check) -> {
                secondInspections.resolve(cycle, unit, resolutions.getOrDefault(unit, ""), person);
                record.resolved(cycle, unit, check, person);
            });
        }
        return List.copyOf(refusals);
    }

    /** Why the person may not appraise the bloc, in Vietnamese; empty when they may. */
    public Optional<String> objection(String cycle, String bloc, String person) {
        return impartiality.objection(cycle, person, cycles.bloc(cycle, bloc).units());
    }

    /** By unit, the grade that it has anyway and that somebody would adjust it to. */
    private Map<String, Grade> unchanged(String cycle, List<Appraisal> said) {
        Map<String, Grade> adjusted = new LinkedHashMap<>();
        said.stream()
                .filter(one -> one.adjustedGrade() != null)
                .forEach(one -> adjusted.put(one.unit(), Objects.requireNonNull(one.adjustedGrade())));
        List<Appraisal> counted = said.stream()
                .filter(one -> adjusted.containsKey(one.unit()))
                .filter(one -> one.bonus().signum() >= 0 && one.penalty().signum() >= 0)
                .toList();
        Map<String, Grade> byScore = earned.of(cycle, counted);
        adjusted.entrySet().removeIf(one -> one.getValue() != byScore.get(one.getKey()));
        return adjusted;
    }

    private Map<String, DoubleCheck> farApart(String cycle, String bloc) {
        Map<String, DoubleCheck> checks = new LinkedHashMap<>(twice.of(cycle, bloc));
        checks.values().removeIf(check -> !check.isFarApart());
        return checks;
    }
}
