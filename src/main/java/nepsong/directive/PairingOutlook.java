package nepsong.directive;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;

/** Whether blocs can be paired, as far as that is known before a cycle begins; who pairs them knows. */
public interface PairingOutlook {

    /**
     * Only what stands in the way: Vietnamese sentences that name the units and the rules, by the bloc's code.
     *
     * @param blocs of at least three units each
     */
    Map<String, List<String>> obstacles(String cycle, List<Bloc> blocs);
}
