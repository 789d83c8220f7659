package nepsong.crossinspection.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.correction.Findings;
import nepsong.crossinspection.CrossScores;
import nepsong.crossinspection.FindingPhotoPolicy;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.engine.FormTask;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlace.Need;
import nepsong.evidence.EvidencePlace.Topic;
import nepsong.evidence.EvidencePlaces;
import nepsong.evidence.Paper;
import nepsong.selfassessment.CriterionTopic;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

/**
 * The inspectors add what they saw beside what the unit has brought, and photos of what they found; the secretary may add the
 * signed minutes. Later both sides look at it, and the unit adds what its explanation rests on, under the criteria that it is
 * asked about. Findings are on the sheet that is not handed in yet, so there are always some places more than were used.
 */
@Component
class CrossInspectionEvidence implements EvidencePlaces {

    private static final String INSPECT = "userTask_inspect";
    private static final String EXPLAIN = "userTask_explain";
    private static final String MINUTES = "userTask_writeMinutes";
    private static final Set<String> LOOKING =
            Set.of(MINUTES, EXPLAIN, "userTask_approveExplanation", "userTask_answer", "userTask_settle");

    private static final String PHOTO =
            "ảnh JPG hoặc PNG chụp tại chỗ trong buổi kiểm tra, cạnh dài từ 1280 điểm ảnh, không chụp rõ mặt người";

    private static final int FEWEST = 8;
    private static final int SPARE = 4;

    private final UnitChecklists checklists;
    private final Inspections inspections;
    private final EvidencePieces pieces;
    private final Findings recorded;
    private final CrossScores crossScores;

    CrossInspectionEvidence(
            UnitChecklists checklists,
            Inspections inspections,
            EvidencePieces pieces,
            Findings recorded,
            CrossScores crossScores) {
        this.crossScores = crossScores;
        this.recorded = recorded;
        this.checklists = checklists;
        this.inspections = inspections;
        this.pieces = pieces;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        boolean adds = task.activity().equals(INSPECT);
        if (!task.process().equals("cross-inspection") || !adds && !LOOKING.contains(task.activity())) {
            return Optional.empty();
        }
        Set<String> asked = task.activity().equals(EXPLAIN) ? asked(task) : Set.of();
        Stream<Topic> criteria = checklists.of(task.cycle(), task.unit()).criteria().stream()
                .map(criterion -> asked.contains(criterion.code())
                        ? CriterionTopic.of(criterion, Need.NEVER, EvidenceKind.EXPLANATION)
                        : topic(criterion, adds));
        Stream<Topic> findings = adds ? places(task) : found(task);
        return Optional.of(new EvidencePlace(
                Dossier.ofUnit(task.cycle(), task.unit()),
                task.text("unitName"),
                List.of(
                        EvidenceKind.SELF_ASSESSMENT,
                        EvidenceKind.VISIT,
                        EvidenceKind.FINDING,
                        EvidenceKind.EXPLANATION,
                        EvidenceKind.SELF_REPORT,
                        EvidenceKind.MINUTES),
                Stream.of(papers(task), findings, criteria)
                        .flatMap(topics -> topics)
                        .sorted(Comparator.comparing(topic -> topic.adds() == null))
                        .toList(),
                false,
                "",
                inspections
                        .find(task.cycle(), task.unit())
                        .map(Inspection::plannedAt)
                        .orElse(null),
                false));
    }

    /** The minutes are the secretary's until they are handed in. */
    private static Stream<Topic> papers(FormTask task) {
        Topic report = Paper.SELF_REPORT.topic(false);
        return task.activity().equals(INSPECT)
                ? Stream.of(report)
                : Stream.of(Paper.MINUTES.topic(task.activity().equals(MINUTES)), report);
    }

    private Set<String> asked(FormTask task) {
        return crossScores.disputed(task.cycle(), task.unit()).stream()
                .map(disputed -> disputed.row().criterion())
                .collect(Collectors.toSet());
    }

    private static Topic topic(Criterion criterion, boolean adds) {
        return criterion.photoRequired() && adds
                ? new Topic(
                        criterion.code(),
                        criterion.code(),
                        criterion.text(),
                        PHOTO,
                        Need.BELOW_FULL_MARKS,
                        EvidenceKind.VISIT)
                : CriterionTopic.of(criterion, Need.NEVER, adds ? EvidenceKind.VISIT : null);
    }

    private Stream<Topic> places(FormTask task) {
        int last = recorded.lastNumber(task.cycle(), task.unit());
        int used = pieces.counts(task.cycle(), task.unit(), EvidenceKind.FINDING).keySet().stream()
                .mapToInt(FindingPhotoPolicy::number)
                .max()
                .orElse(0);
        return IntStream.rangeClosed(last + 1, Math.max(last + FEWEST, used + SPARE))
                .mapToObj(FindingPhotoPolicy::topic)
                .map(code -> new Topic(
                        code,
                        code,
                        "Ảnh hiện trạng của tồn tại " + code + " trong phiếu kiểm tra",
                        "ảnh JPG hoặc PNG chụp tại chỗ, nếu phiếu có tồn tại này",
                        false,
                        EvidenceKind.FINDING));
    }

    private Stream<Topic> found(FormTask task) {
        return inspections.findings(task.cycle(), task.unit()).stream()
                .map(finding -> new Topic(
                        finding.code(),
                        finding.code(),
                        Words.type(finding) + " – " + finding.place(),
                        "",
                        false,
                        null));
    }
}
