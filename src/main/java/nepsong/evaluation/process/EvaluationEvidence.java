package nepsong.evaluation.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Cycles;
import nepsong.engine.FormTask;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlaces;
import nepsong.evidence.Paper;
import org.springframework.stereotype.Component;

/**
 * Each member adds what comes with their opinion, for those who answer it. The secretary brings the papers of the conference.
 * Whoever publishes brings the signed decision, and of the conference what was not ready when it was handed in.
 */
@Component
class EvaluationEvidence implements EvidencePlaces {

    private static final List<Paper> CONFERENCE =
            List.of(Paper.CONFERENCE_MINUTES, Paper.CONFERENCE_BRIEF, Paper.CONFERENCE_PHOTO);
    private static final List<Paper> DECISION =
            List.of(Paper.RESULTS_DECISION, Paper.CONFERENCE_MINUTES, Paper.CONFERENCE_BRIEF, Paper.CONFERENCE_PHOTO);

    private final Cycles cycles;

    EvaluationEvidence(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("evaluation")) {
            return Optional.empty();
        }
        Dossier dossier = Dossier.ofCycle(task.cycle());
        String name = cycles.get(task.cycle()).name();
        return switch (task.activity()) {
            case "userTask_giveOpinion" ->
                Optional.of(EvidencePlace.own(dossier, name, Paper.REPORT_OPINION, task.text("member")));
            case "userTask_answerOpinions" ->
                Optional.of(EvidencePlace.ofPapers(dossier, name, List.of(Paper.REPORT_OPINION), Set.of()));
            case "userTask_holdConference" ->
                Optional.of(EvidencePlace.ofPapers(dossier, name, CONFERENCE, Set.copyOf(CONFERENCE)));
            case "userTask_publish" ->
                Optional.of(EvidencePlace.ofPapers(dossier, name, DECISION, Set.copyOf(DECISION)));
            default -> Optional.empty();
        };
    }
}
