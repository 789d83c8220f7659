package nepsong.selfassessment.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.engine.FormTask;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlaces;
import nepsong.evidence.Paper;
import nepsong.selfassessment.CriterionTopic;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/**
 * Whoever acknowledges finds the signed plan. The coordinator adds evidence while scoring, and under what is to be supplemented; the head and the secretary look at it,
 * and the head may add the signed report.
 * What the head has approved stays as it was: a supplement adds to it.
 */
@Component
class SelfAssessmentEvidence implements EvidencePlaces {

    private static final String ACKNOWLEDGE = "userTask_acknowledge";
    private static final String SUPPLEMENT = "userTask_supplement";
    private static final Set<String> ADDING = Set.of("userTask_scoreCriteria", SUPPLEMENT);
    private static final String APPROVE = "userTask_approve";
    private static final Set<String> LOOKING = Set.of(APPROVE, "userTask_checkCompleteness");

    private final UnitChecklists checklists;
    private final Returns returns;

    SelfAssessmentEvidence(UnitChecklists checklists, Returns returns) {
        this.checklists = checklists;
        this.returns = returns;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (task.process().equals("self-assessment") && task.activity().equals(ACKNOWLEDGE)) {
            return Optional.of(EvidencePlace.ofPapers(
                    Dossier.ofCycle(task.cycle()), task.text("cycleName"), List.of(Paper.PLAN), Set.of()));
        }
        boolean adds = ADDING.contains(task.activity());
        if (!task.process().equals("self-assessment") || !adds && !LOOKING.contains(task.activity())) {
            return Optional.empty();
        }
        Predicate<String> open = task.activity().equals("userTask_supplement")
                ? Set.copyOf(returns.criteriaToSupplement(task.cycle(), task.unit()))::contains
                : criterion -> true;
        return Optional.of(new EvidencePlace(
                Dossier.ofUnit(task.cycle(), task.unit()),
                task.text("unitName"),
                adds
                        ? List.of(EvidenceKind.SELF_ASSESSMENT)
                        : List.of(EvidenceKind.SELF_ASSESSMENT, EvidenceKind.SELF_REPORT),
                Stream.concat(
                                adds
                                        ? Stream.empty()
                                        : Stream.of(Paper.SELF_REPORT.topic(
                                                task.activity().equals(APPROVE))),
                                checklists.of(task.cycle(), task.unit()).criteria().stream()
                                        .map(criterion -> topic(criterion, adds && open.test(criterion.code()))))
                        .toList(),
                task.activity().equals(SUPPLEMENT)));
    }

    private static EvidencePlace.Topic topic(Criterion criterion, boolean adds) {
        return CriterionTopic.of(
                criterion,
                criterion.evidenceRequired() ? Need.ALWAYS : Need.NEVER,
                adds ? EvidenceKind.SELF_ASSESSMENT : null);
    }
}
