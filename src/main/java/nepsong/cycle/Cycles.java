package nepsong.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.ParameterValues;
import org.jspecify.annotations.Nullable;

/** The cycles and how each is configured. */
public interface Cycles {

    Optional<Cycle> find(String code);

    /** @throws java.util.NoSuchElementException where there is no such cycle */
    Cycle get(String code);

    /** Newest first. */
    List<Cycle> all();

    /** In their order; empty until the cycle is configured. */
    List<Bloc> blocs(String cycle);

    /** @throws java.util.NoSuchElementException where the cycle has no such bloc */
    Bloc bloc(String cycle, String bloc);

    /** @throws java.util.NoSuchElementException where the unit is not in the cycle */
    String blocOf(String cycle, String unit);

    /** How much each criteria set counts for a unit of this kind in this cycle; sets that do not count are left out. */
    Map<CriteriaSet, BigDecimal> weights(String cycle, String unitKind);

    /** The version of a decision table that the cycle is judged by; empty: the newest. */
    OptionalInt tableVersion(String cycle, String decision);

    /** As they were when the cycle was configured; until then, as they are. */
    ParameterValues parameters(String cycle);

    /** Working days that a step takes in this cycle. A step is the id of its form. */
    int workingDays(String cycle, String step);

    /** All steps with their working days in this cycle, as a cycle goes through them. */
    List<StepDeadline> deadlines(String cycle);

    void add(Cycle cycle);

    /** Settles blocs, checklist, quota, weights, decision tables and deadlines. */
    void configure(Configuration configuration);

    /** To the end of the transaction nobody else changes them, and what it reads of them is what they are now. */
    void holdDeadlines(String cycle);

    /** Working days by step; what is not named stays as it was. */
    void changeDeadlines(String cycle, Map<String, Integer> workingDays);

    void finish(String cycle);

    /**
     * @param by id of a person, or the process that found out that the cycle cannot go on
     * @return false where it is over already: two who do it at once wait for each other, and the first does it
     */
    boolean withdraw(String cycle, String by, String reason);

    /**
     * @param workingDays from the day the task is offered
     */
    record StepDeadline(String step, String title, int workingDays) {}

    /**
     * What the standing office settles before the units are called in.
     *
     * @param weights       of the criteria sets by kind of unit, those of a kind adding up to 1; a kind that is not named has
     *                      the catalogue's
     * @param tableVersions by decision; of a table that is not named, always the newest holds
     */
    record Configuration(
            String cycle,
            int checklistVersion,
            @Nullable Integer excellentQuotaPercent,
            List<Bloc> blocs,
            Map<String, Integer> workingDays,
            Map<String, Map<CriteriaSet, BigDecimal>> weights,
            Map<String, Integer> tableVersions) {

        public Configuration {
            blocs = List.copyOf(blocs);
            workingDays = Map.copyOf(workingDays);
            weights = Map.copyOf(weights);
            tableVersions = Map.copyOf(tableVersions);
        }

        /** With the catalogue's weights and the newest tables. */
        public Configuration(
                String cycle,
                int checklistVersion,
                @Nullable Integer excellentQuotaPercent,
                List<Bloc> blocs,
                Map<String, Integer> workingDays) {
            this(cycle, checklistVersion, excellentQuotaPercent, blocs, workingDays, Map.of(), Map.of());
        }
    }
}
