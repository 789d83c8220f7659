package nepsong.directive.process;

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
 * Each member adds what comes with their opinion, for those who sign or mend the plan. The standing office brings the signed
 * plan with its number, or later, while it sets up the team and the cycle.
 */
@Component
class DirectiveEvidence implements EvidencePlaces {

    private final Cycles cycles;

    DirectiveEvidence(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("directive")) {
            return Optional.empty();
        }
        Dossier dossier = Dossier.ofCycle(task.cycle());
        String name = cycles.get(task.cycle()).name();
        return switch (task.activity()) {
            case "userTask_giveOpinion" ->
                Optional.of(EvidencePlace.own(dossier, name, Paper.PLAN_OPINION, task.user()));
            case "userTask_decide", "userTask_draftPlan" ->
                Optional.of(EvidencePlace.ofPapers(dossier, name, List.of(Paper.PLAN_OPINION), Set.of()));
            case "userTask_enterIssue", "userTask_setUpTeam", "userTask_configureCycle" ->
                Optional.of(EvidencePlace.ofPapers(dossier, name, List.of(Paper.PLAN), Set.of(Paper.PLAN)));
            default -> Optional.empty();
        };
    }
}
