package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final int SHORTEST_RESOLUTION = 20;

    private final Cycles cycles;
    private final Units units;
    private final Appraisals appraisals;
    private final CheckTwice twice;
    private final DoubleInspections secondInspections;
    private final ImpartialityPolicy impartiality;

    AppraiseBloc(
            Cycles cycles,
            Units units,
            Appraisals appraisals,
            CheckTwice twice,
            DoubleInspections secondInspections,
            ImpartialityPolicy impartiality) {
        this.cycles = cycles;
        this.units = units;
        this.appraisals = appraisals;
        this.twice = twice;
        this.secondInspections = secondInspections;
        this.impartiality = impartiality;
    }

    /**
     * @param said        one per unit of the bloc
     * @param resolutions by unit, what follows from the difference between its two inspections; blank where nothing was said
     */
    @Transactional
    public List<Refusal> appraise(
            String cycle, String bloc, String person, List<Appraisal> said, Map<String, String> resolutions) {
        List<String> codes = cycles.bloc(cycle, bloc).units();
        Set<String> named = said.stream().map(Appraisal::unit).collect(Collectors.toSet());
        if (said.size() != codes.size() || !named.equals(Set.copyOf(codes))) {
            throw new IllegalArgumentException("an appraisal is of every unit of the bloc " + bloc);
        }
        List<Refusal> refusals = new ArrayList<>();
        impartiality.objection(cycle, person, codes).ifPresent(reason -> refusals.add(Refusal.of("", reason)));
        Map<String, String> names = units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        ParameterValues rules = cycles.parameters(cycle);
        said.forEach(
                one -> refusals.addAll(AppraisalPolicy.check(one, names.getOrDefault(one.unit(), one.unit()), rules)));
        List<String> farApart = farApart(cycle, bloc);
        farApart.stream()
                .filter(unit -> isShort(resolutions.getOrDefault(unit, "")))
                .forEach(unit -> refusals.add(Refusal.ofRow(
                        AppraisalPolicy.FIELD,
                        names.getOrDefault(unit, unit),
                        "Kết quả kiểm tra kép chênh nhiều so với kiểm tra chéo: cần nêu cách giải quyết (từ %d ký tự)."
                                .formatted(SHORTEST_RESOLUTION))));
        if (refusals.isEmpty()) {
            appraisals.save(said);
            farApart.forEach(
                    unit -> secondInspections.resolve(cycle, unit, resolutions.getOrDefault(unit, ""), person));
        }
        return List.copyOf(refusals);
    }

    private List<String> farApart(String cycle, String bloc) {
        return twice.of(cycle, bloc).entrySet().stream()
                .filter(check -> check.getValue().isFarApart())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isShort(String text) {
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length()) < SHORTEST_RESOLUTION;
    }
}
