package nepsong.evaluation.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.engine.FormTask;
import nepsong.evaluation.Appraisal;
import nepsong.evaluation.ConfirmAdjustments;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;
import nepsong.evidence.EvidencePlaces;
import nepsong.evidence.Paper;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An appraiser adds what points and a lower grade rest on, unit by unit, and the head of team looks at it where a grade is
 * adjusted. Each member adds what comes with their opinion, for those who answer it. The secretary brings the papers of the conference.
 * Whoever publishes brings the signed decision, and of the conference what was not ready when it was handed in.
 */
@Component
class EvaluationEvidence implements EvidencePlaces {

    private static final List<Paper> CONFERENCE =
            List.of(Paper.CONFERENCE_MINUTES, Paper.CONFERENCE_BRIEF, Paper.CONFERENCE_PHOTO);
    private static final List<Paper> DECISION =
            List.of(Paper.RESULTS_DECISION, Paper.CONFERENCE_MINUTES, Paper.CONFERENCE_BRIEF, Paper.CONFERENCE_PHOTO);

    private static final String GROUNDS = "văn bản khen, kết luận, biên bản làm căn cứ";

    private final Cycles cycles;
    private final Units units;
    private final ConfirmAdjustments adjusting;

    EvaluationEvidence(Cycles cycles, Units units, ConfirmAdjustments adjusting) {
        this.cycles = cycles;
        this.units = units;
        this.adjusting = adjusting;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("evaluation")) {
            return Optional.empty();
        }
        Dossier dossier = Dossier.ofCycle(task.cycle());
        String name = cycles.get(task.cycle()).name();
        return switch (task.activity()) {
            case "userTask_appraise" -> {
                Bloc bloc = cycles.bloc(task.cycle(), task.bloc());
                yield Optional.of(judgement(task, bloc.name(), bloc.units(), EvidenceKind.APPRAISAL));
            }
            case "userTask_confirmAdjustments" ->
                Optional.of(judgement(
                        task,
                        name,
                        adjusting.proposed(task.cycle()).stream()
                                .map(Appraisal::unit)
                                .toList(),
                        null));
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

    private EvidencePlace judgement(FormTask task, String name, List<String> codes, @Nullable EvidenceKind adds) {
        Map<String, String> names = units.find(codes).stream().collect(Collectors.toMap(Unit::code, Unit::name));
        return EvidencePlace.ofUnits(
                task.cycle(),
                name,
                EvidenceKind.APPRAISAL,
                IntStream.range(0, codes.size())
                        .mapToObj(i -> new Topic(
                                codes.get(i),
                                (i + 1) + ".",
                                names.getOrDefault(codes.get(i), codes.get(i)),
                                GROUNDS,
                                Need.NEVER,
                                adds))
                        .toList());
    }
}
