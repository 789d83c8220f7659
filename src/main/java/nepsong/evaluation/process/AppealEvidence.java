package nepsong.evaluation.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.engine.FormTask;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeals;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;
import nepsong.evidence.EvidencePlaces;
import nepsong.selfassessment.CriterionTopic;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/** A unit adds what its appeal rests on, under any criterion; whoever judges looks at the contested ones, and at what points and grade rest on. */
@Component
class AppealEvidence implements EvidencePlaces {

    private static final String CONSIDER = "userTask_considerResult";
    private static final Set<String> LOOKING = Set.of("userTask_reviewAppeal", "userTask_decideAppeal");

    /** As the forms lead to it. */
    private static final String GROUNDS = "CANCU";

    private static final List<EvidenceKind> OF_CRITERIA =
            List.of(EvidenceKind.SELF_ASSESSMENT, EvidenceKind.VISIT, EvidenceKind.EXPLANATION, EvidenceKind.APPEAL);

    private static final List<EvidenceKind> JUDGED_BY = Stream.concat(
                    OF_CRITERIA.stream(), Stream.of(EvidenceKind.APPRAISAL))
            .toList();

    private final UnitChecklists checklists;
    private final Appeals appeals;

    AppealEvidence(UnitChecklists checklists, Appeals appeals) {
        this.checklists = checklists;
        this.appeals = appeals;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        boolean adds = task.activity().equals(CONSIDER);
        if (!task.process().equals("appeal") || !adds && !LOOKING.contains(task.activity())) {
            return Optional.empty();
        }
        Stream<Criterion> criteria = checklists.of(task.cycle(), task.unit()).criteria().stream();
        Set<String> contested = adds ? Set.of() : contested(task);
        Stream<Topic> topics = criteria.filter(criterion -> adds || contested.contains(criterion.code()))
                .map(criterion -> CriterionTopic.of(criterion, Need.NEVER, adds ? EvidenceKind.APPEAL : null));
        return Optional.of(new EvidencePlace(
                Dossier.ofUnit(task.cycle(), task.unit()),
                task.text("unitName"),
                adds ? OF_CRITERIA : JUDGED_BY,
                Stream.concat(topics, adds ? Stream.empty() : Stream.of(grounds(task)))
                        .toList()));
    }

    private static Topic grounds(FormTask task) {
        return new Topic(task.unit(), GROUNDS, EvidenceKind.APPRAISAL.label(), "", Need.NEVER, null);
    }

    private Set<String> contested(FormTask task) {
        return appeals.get(task.cycle(), task.unit()).criteria().stream()
                .map(Contested::criterion)
                .collect(Collectors.toSet());
    }
}
