package nepsong.evaluation;

import java.util.Set;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.PaperReaders;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;

/**
 * Opinions are for those who answer them. The team reads the papers of the conference when its minutes are handed in, and
 * everybody who works in the cycle reads these and the decision once the results are published. What a unit was judged by is
 * for those who judge, and from then on for the unit itself; who reviews its appeal has it beside that task.
 */
@Component
class EvaluationPaperReaders implements PaperReaders {

    private static final Set<String> ANSWERING = Set.of(Groups.SECRETARIES, Groups.HEAD_OF_TEAM);
    private static final Set<String> JUDGING =
            Set.of(Groups.APPRAISERS, Groups.HEAD_OF_TEAM, Groups.SECRETARIES, Groups.MANAGERS);
    private static final Set<String> TEAM = Set.of(
            Groups.STANDING_OFFICE,
            Groups.DEPARTMENT_LEADERS,
            Groups.HEAD_OF_TEAM,
            Groups.TEAM_MEMBERS,
            Groups.APPRAISERS,
            Groups.MANAGERS);

    private final Publications publications;
    private final Reports reports;
    private final Conferences conferences;

    EvaluationPaperReaders(Publications publications, Reports reports, Conferences conferences) {
        this.publications = publications;
        this.reports = reports;
        this.conferences = conferences;
    }

    @Override
    public boolean mayRead(Dossier dossier, EvidenceKind kind, Set<String> groups) {
        return switch (kind) {
            case REPORT_OPINION -> are(ANSWERING, groups);
            case APPRAISAL ->
                are(JUDGING, groups)
                        || dossier.isOfUnit() && Groups.areAt(dossier.unit(), groups) && isPublished(dossier, groups);
            case CONFERENCE_MINUTES, CONFERENCE_BRIEF, CONFERENCE_PHOTO ->
                groups.contains(Groups.SECRETARIES)
                        || are(TEAM, groups) && isHeld(dossier.cycle())
                        || isPublished(dossier, groups);
            case RESULTS_DECISION -> groups.contains(Groups.DEPARTMENT_LEADERS) || isPublished(dossier, groups);
            default -> false;
        };
    }

    private boolean isHeld(String cycle) {
        return reports.latest(cycle).flatMap(conferences::minutes).isPresent();
    }

    private boolean isPublished(Dossier dossier, Set<String> groups) {
        return Groups.areAtWork(groups) && publications.of(dossier.cycle()).isPresent();
    }

    private static boolean are(Set<String> readers, Set<String> groups) {
        return groups.stream().anyMatch(readers::contains);
    }
}
