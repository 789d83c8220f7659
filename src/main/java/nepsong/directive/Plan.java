package nepsong.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a cycle sets out to do, as it was drafted last.
 *
 * @param units  codes of the units in scope, in order
 * @param themes codes of the themes of public places; the first is the main one
 * @param round  which draft this is, from 1
 */
public record Plan(
        String cycle,
        String name,
        String summary,
        List<LegalBasis> legalBases,
        String purpose,
        String requirements,
        List<String> units,
        int checklistVersion,
        List<String> themes,
        List<Milestone> milestones,
        int round,
        Instant draftedAt,
        String draftedBy) {

    public Plan {
        legalBases = List.copyOf(legalBases);
        units = List.copyOf(units);
        themes = List.copyOf(themes);
        milestones = List.copyOf(milestones);
    }

    /** The day before which nothing of the plan can have happened; in UTC, as a program far away counts its days. */
    public LocalDate draftedOn() {
        return draftedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    Plan drafted(int inRound, Instant at) {
        return new Plan(
                cycle,
                name,
                summary,
                legalBases,
                purpose,
                requirements,
                units,
                checklistVersion,
                themes,
                milestones,
                inRound,
                at,
                draftedBy);
    }
}
