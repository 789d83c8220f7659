package nepsong.unitfile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.commendation.Nomination;
import nepsong.crossinspection.Inspection;
import nepsong.evaluation.Result;
import nepsong.evidence.Evidence;
import nepsong.organisation.Unit;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a unit that whoever asks may see.
 *
 * @param result      of the chosen cycle; null until the reader may know it
 * @param adjustment  why the result is graded otherwise than its score earns; null where it is not
 * @param acknowledgement whom the unit named, with their telephone; null until it has, and for those who may not open its files
 * @param visitToMove the visit that waits to be held; null for whoever may not move it
 * @param visit       whether a visit is scheduled that the reader may know of
 * @param minutes     whether the minutes of its visit are written
 * @param papers      signed papers that were brought as files
 * @param grounds     files behind points and a lower grade; empty for those who may not open them
 * @param reflection  what the unit said about itself beside its scores
 * @param handling    what became of tasks in the cycle beside being done, the newest first
 * @param followUps   what the conference of the cycle gave the unit to do; empty until the results are published
 * @param nominated   of all cycles and beside them
 * @param names       of those who brought evidence, by id
 * @param earlier     the other cycles, newest first
 */
public record UnitFile(
        Unit unit,
        UnitCycle chosen,
        UnitFileReaders.Reader reader,
        List<UnitStep> steps,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Inspection visitToMove,
        List<UnitTask> tasks,
        List<ScoredGroup> groups,
        boolean visit,
        boolean minutes,
        List<Evidence> papers,
        List<Evidence> grounds,
        Reflection reflection,
        @Nullable Result result,
        @Nullable String adjustment,
        List<FindingFile> findings,
        List<Handling> handling,
        List<GivenTask> followUps,
        Nominated nominated,
        Map<String, String> names,
        List<Earlier> earlier) {

    public UnitFile {
        steps = List.copyOf(steps);
        tasks = List.copyOf(tasks);
        groups = List.copyOf(groups);
        papers = List.copyOf(papers);
        grounds = List.copyOf(grounds);
        findings = List.copyOf(findings);
        handling = List.copyOf(handling);
        followUps = List.copyOf(followUps);
        names = Map.copyOf(names);
        earlier = List.copyOf(earlier);
    }

    /**
     * Nominations of the unit and its people.
     *
     * @param reasons    why a nomination stopped or needs more, by its id
     * @param onTheirWay whether the reader sees nominations before the award
     */
    public record Nominated(List<Nomination> all, Map<String, String> reasons, boolean onTheirWay) {

        public Nominated {
            all = List.copyOf(all);
            reasons = Map.copyOf(reasons);
        }
    }

    /** Who brought a piece, as people call them. */
    public String broughtBy(Evidence piece) {
        String principal = piece.addedFor();
        return principal == null
                ? name(piece.addedBy())
                : "%s (thay mặt %s)".formatted(name(piece.addedBy()), name(principal));
    }

    /** As people call them. */
    public String named(List<String> persons) {
        return persons.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String person) {
        return names.getOrDefault(person, person);
    }

    /** @param open whether the reader may open the unit's file of that cycle */
    public record Earlier(UnitCycle cycle, boolean open) {}
}
