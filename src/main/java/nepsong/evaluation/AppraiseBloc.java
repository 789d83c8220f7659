package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.catalogue.ParameterValues;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An appraiser settles bonus, penalty and vetoes of a bloc's units. */
@Component
public class AppraiseBloc {

    private final Cycles cycles;
    private final Units units;
    private final Appraisals appraisals;
    private final ImpartialityPolicy impartiality;

    AppraiseBloc(Cycles cycles, Units units, Appraisals appraisals, ImpartialityPolicy impartiality) {
        this.cycles = cycles;
        this.units = units;
        this.appraisals = appraisals;
        this.impartiality = impartiality;
    }

    /** @param said one per unit of the bloc */
    @Transactional
    public List<Refusal> appraise(String cycle, String bloc, String person, List<Appraisal> said) {
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
        if (refusals.isEmpty()) {
            appraisals.save(said);
        }
        return List.copyOf(refusals);
    }
}
