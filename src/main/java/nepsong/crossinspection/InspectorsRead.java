package nepsong.crossinspection;

import java.util.Set;
import nepsong.evidence.EvidenceReaders;
import nepsong.organisation.Groups;
import nepsong.selfassessment.ScorecardReaders;
import org.springframework.stereotype.Component;

/** Whoever inspects a unit reads what it says of itself, and what it proves it with. */
@Component
class InspectorsRead implements ScorecardReaders, EvidenceReaders {

    private final Pairs pairs;

    InspectorsRead(Pairs pairs) {
        this.pairs = pairs;
    }

    @Override
    public boolean mayRead(String cycle, String unit, Set<String> groups) {
        return pairs.inspecting(cycle, unit)
                .filter(inspecting -> groups.contains(Groups.inspectorAt(inspecting)))
                .isPresent();
    }
}
