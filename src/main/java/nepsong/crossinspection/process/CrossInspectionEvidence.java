package nepsong.crossinspection.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.catalogue.Criterion;
import nepsong.engine.FormTask;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlaces;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/** The inspectors add what they saw beside what the unit has brought; later both sides look at it. */
@Component
class CrossInspectionEvidence implements EvidencePlaces {

    private static final Set<String> ADDING = Set.of("userTask_inspect");
    private static final Set<String> LOOKING =
            Set.of("userTask_writeMinutes", "userTask_explain", "userTask_answer", "userTask_settle");

    private final UnitChecklists checklists;

    CrossInspectionEvidence(UnitChecklists checklists) {
        this.checklists = checklists;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        boolean adds = ADDING.contains(task.activity());
        if (!task.process().equals("cross-inspection") || !adds && !LOOKING.contains(task.activity())) {
            return Optional.empty();
        }
        return Optional.of(new EvidencePlace(
                task.cycle(),
                task.unit(),
                task.text("unitName"),
                adds ? EvidenceKind.VISIT : null,
                List.of(EvidenceKind.SELF_ASSESSMENT, EvidenceKind.VISIT),
                checklists.of(task.cycle(), task.unit()).criteria().stream()
                        .map(CrossInspectionEvidence::topic)
                        .toList()));
    }

    private static EvidencePlace.Topic topic(Criterion criterion) {
        return new EvidencePlace.Topic(
                criterion.code(), criterion.code(), criterion.text(), criterion.evidence(), false);
    }
}
