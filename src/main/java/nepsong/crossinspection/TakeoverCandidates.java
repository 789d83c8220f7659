package nepsong.crossinspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.selfassessment.SelfAssessments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The units of a bloc, judged for an inspection that one of them cannot hold: by the rules, their people and their visits. */
@Component
class TakeoverCandidates {

    /** Nothing is drawn. */
    private static final long SEED = 0;

    private final PairingRequests requests;
    private final SelfAssessments selfAssessments;
    private final Pairs pairs;
    private final DoubleInspections secondInspections;
    private final VisitClashes clashes;
    private final People people;

    TakeoverCandidates(
            PairingRequests requests,
            SelfAssessments selfAssessments,
            Pairs pairs,
            DoubleInspections secondInspections,
            VisitClashes clashes,
            People people) {
        this.requests = requests;
        this.selfAssessments = selfAssessments;
        this.pairs = pairs;
        this.secondInspections = secondInspections;
        this.clashes = clashes;
        this.people = people;
    }

    /**
     * The next in the chain first.
     *
     * @param visit that is planned; null where none is
     */
    List<TakeoverCandidate> of(String cycle, String bloc, Pair replaced, @Nullable Inspection visit) {
        PairingRequest request = requests.of(cycle, bloc, SEED, selfAssessments.acknowledgements(cycle));
        ReplacementPolicy policy = new ReplacementPolicy(replaced, pairs.of(cycle, bloc), request);
        List<String> units = policy.inOrder();
        Map<String, List<Person>> inspectors =
                people.inGroups(units.stream().map(Groups::inspectorAt).toList());
        Optional<String> second =
                secondInspections.find(cycle, replaced.inspected()).map(DoubleInspection::inspectedBy);
        Set<String> busy = visit == null ? Set.of() : clashes.busyUnits(cycle, replaced.inspected(), visit.plannedAt());
        List<TakeoverCandidate> candidates = new ArrayList<>();
        for (String unit : units) {
            Optional<String> objection = policy.objection(unit);
            if (objection.isEmpty() && !inspectors.containsKey(Groups.inspectorAt(unit))) {
                objection = Optional.of("chưa có cán bộ kiểm tra nào");
            }
            if (objection.isEmpty()
                    && second.filter(person -> people.worksFor(person, unit)).isPresent()) {
                objection = Optional.of("người của đơn vị này đã kiểm tra kép");
            }
            List<String> warnings = new ArrayList<>(policy.warnings(unit));
            if (busy.contains(unit)) {
                warnings.add("“%s” đã có lịch kiểm tra khác trong buổi này: giao xong phải đổi lịch."
                        .formatted(request.nameOf(unit)));
            }
            candidates.add(new TakeoverCandidate(unit, request.nameOf(unit), objection.orElse(null), warnings));
        }
        return candidates;
    }
}
