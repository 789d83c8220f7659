package nepsong.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import nepsong.cycle.Cycle;
import nepsong.evaluation.Conference.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of a cycle once its results are published: no more than the decision makes public.
 *
 * @param appealsUntil the last day on which units could appeal
 * @param blocs        ranked; empty where the ranking is not public
 * @param groups       names of the groups that have scores, by set and letter ({@code CS-A}); empty where they are not public
 * @param models       the report's section on good examples; empty where it is not public
 * @param conclusion   of the conference, with the tasks that follow; null where none was recorded
 */
public record PublishedResults(
        Cycle cycle,
        Publication publication,
        LocalDate appealsUntil,
        List<RankedBloc> blocs,
        Map<String, String> groups,
        String models,
        @Nullable Minutes conclusion) {

    public PublishedResults {
        blocs = List.copyOf(blocs);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    public record RankedBloc(String name, List<Place> places) {

        public RankedBloc {
            places = List.copyOf(places);
        }
    }

    /**
     * @param groups percentage of each group, by set and letter; empty where they are not public
     * @param own    whether the reader works for the unit
     */
    public record Place(
            int rank,
            String unit,
            BigDecimal finalScore,
            Grade grade,
            SortedMap<String, BigDecimal> groups,
            boolean own) {}
}
