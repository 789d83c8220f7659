package nepsong.evidence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence of a task is about.
 *
 * @param dossier whose papers; where each topic is a unit, the cycle that they are in
 * @param name    as people call the unit, the bloc, the cycle or the nominated
 * @param shows   the kinds that are shown, those that may be added among them
 * @param topics  what can be proved, in its order
 * @param sealed  whether what was brought before the task began was handed in with an earlier one, and so stays as it is
 * @param author  id of the one person whose files are shown, for each brings their own; empty where all are
 * @param visitAt about when photos of a visit are to have been taken; null where there was none
 * @param byUnit  whether the id of each topic is a unit, among whose papers its files are
 */
public record EvidencePlace(
        Dossier dossier,
        String name,
        List<EvidenceKind> shows,
        List<Topic> topics,
        boolean sealed,
        String author,
        @Nullable LocalDateTime visitAt,
        boolean byUnit) {

    /** Nothing of it was handed in yet. */
    public EvidencePlace(Dossier dossier, String name, List<EvidenceKind> shows, List<Topic> topics) {
        this(dossier, name, shows, topics, false, "", null, false);
    }

    /** Without a visit. */
    public EvidencePlace(Dossier dossier, String name, List<EvidenceKind> shows, List<Topic> topics, boolean sealed) {
        this(dossier, name, shows, topics, sealed, "", null, false);
    }

    /** Where each of several brings their own, after what they brought before was handed in. */
    public static EvidencePlace own(Dossier dossier, String name, Paper paper, String author) {
        return new EvidencePlace(
                dossier, name, List.of(paper.kind()), List.of(paper.topic(true)), true, author, null, false);
    }

    /** Papers to be looked at, and some of them to be brought. What was brought with an earlier step stays. */
    public static EvidencePlace ofPapers(Dossier dossier, String name, List<Paper> papers, Set<Paper> adds) {
        return new EvidencePlace(
                dossier,
                name,
                papers.stream().map(Paper::kind).distinct().toList(),
                papers.stream().map(paper -> paper.topic(adds.contains(paper))).toList(),
                true);
    }

    /** What stands behind a judgement on several units of a cycle. */
    public static EvidencePlace ofUnits(String cycle, String name, EvidenceKind kind, List<Topic> units) {
        return new EvidencePlace(Dossier.ofCycle(cycle), name, List.of(kind), units, true, "", null, true);
    }

    public EvidencePlace {
        shows = List.copyOf(shows);
        topics = List.copyOf(topics);
        for (Topic topic : topics) {
            if (topic.adds() != null && !shows.contains(topic.adds())) {
                throw new IllegalArgumentException("what is added must be shown: " + topic);
            }
        }
    }

    /**
     * One thing to prove.
     *
     * @param id       code of the criterion or of the unit, or id of the finding
     * @param name     what people call it: the code
     * @param hint     what proves it, in words; may be empty
     * @param need     when it has to be proved by a file
     * @param adds     the kind that whoever holds the task may add, change and remove here; null where they may only look
     */
    public record Topic(String id, String name, String text, String hint, Need need, @Nullable EvidenceKind adds) {

        public Topic(String id, String name, String text, String hint, boolean required, @Nullable EvidenceKind adds) {
            this(id, name, text, hint, required ? Need.ALWAYS : Need.NEVER, adds);
        }

        public boolean required() {
            return need == Need.ALWAYS;
        }

        public boolean mayBeRequired() {
            return need != Need.NEVER;
        }
    }

    /** When a file has to prove something, and the words for it. */
    public enum Need {
        NEVER(""),
        ALWAYS("Bắt buộc có tệp"),
        BELOW_FULL_MARKS("Cần có ảnh khi chấm dưới điểm tối đa");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Among whose papers a file for this topic is. */
    Dossier dossierOf(Topic topic) {
        return byUnit ? Dossier.ofUnit(dossier.cycle(), topic.id()) : dossier;
    }

    /** Whether anything may be added, by whoever holds the task. */
    public boolean isAddedTo() {
        return topics.stream().anyMatch(topic -> topic.adds() != null);
    }

    /** What was brought by others, and not in the author's place, is shown where it is judged. */
    boolean isShown(Evidence piece) {
        return author.isEmpty() || author.equals(piece.addedBy()) || author.equals(piece.addedFor());
    }

    /** The topic that a file is added to: the one of this id, or below it, as {@code TT-1.2} is below {@code TT-1}. */
    public Optional<Topic> addedTo(String id) {
        return topics.stream()
                .filter(topic -> topic.adds() != null
                        && (topic.id().equals(id) || topic.id().startsWith(id + ".")))
                .findFirst();
    }

    public Optional<Topic> topic(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst();
    }
}
