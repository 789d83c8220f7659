package nepsong.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import nepsong.cycle.Refusal;
import nepsong.engine.OpenTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Until the submission whoever holds the task names and cites a piece anew, and lets its file prove more. */
@Component
public class ChangeEvidence {

    private final OpenTasks tasks;
    private final TaskEvidence evidence;
    private final EvidencePieces pieces;
    private final Clock clock;
    private final EvidenceTrail trail;

    ChangeEvidence(OpenTasks tasks, TaskEvidence evidence, EvidencePieces pieces, Clock clock, EvidenceTrail trail) {
        this.trail = trail;
        this.tasks = tasks;
        this.evidence = evidence;
        this.pieces = pieces;
        this.clock = clock;
    }

    /**
     * Empty where the person may not look at the piece.
     *
     * @param name null where the name stays
     */
    @Transactional
    public Optional<Changed> change(String task, String id, String person, @Nullable String name, Citation citation) {
        return permitted(task, id, person, TaskEvidence.View::isChangeable, (view, piece) -> {
            List<Refusal> refusals = citation.refusals(LocalDate.now(clock));
            if (!refusals.isEmpty()) {
                return Changed.refused(refusals);
            }
            String newName = name == null ? piece.fileName() : named(name, piece);
            String misnamed = FileNamePolicy.refusal(newName);
            if (misnamed != null) {
                return Changed.refused("fileName", misnamed);
            }
            if (FileType.ofName(newName).filter(piece.type()::equals).isEmpty()) {
                return Changed.refused(
                        "fileName",
                        "Tên tệp phải giữ đuôi ." + piece.type().name().toLowerCase(Locale.ROOT));
            }
            Evidence changed = piece.withFileName(newName).with(citation);
            pieces.update(changed);
            trail.record("evidence.changed", task, person, List.of(changed));
            return Changed.to(List.of(changed));
        });
    }

    /** Who writes no ending means the one that is there. */
    private static String named(String name, Evidence piece) {
        String tidy = FileNamePolicy.tidy(name);
        String before = piece.fileName();
        return tidy.isEmpty() || FileType.ofName(tidy).isPresent()
                ? tidy
                : tidy + before.substring(before.lastIndexOf('.'));
    }

    /** Lets the same file prove other topics too. Empty where the person may not look at the piece. */
    @Transactional
    public Optional<Changed> use(String task, String id, String person, Collection<String> topics) {
        return permitted(task, id, person, TaskEvidence.View::isUsable, (view, piece) -> {
            LinkedHashSet<String> wanted = new LinkedHashSet<>(topics);
            if (wanted.isEmpty()) {
                return Changed.refused("criterion", "Hãy chọn ít nhất một tiêu chí khác");
            }
            List<Refusal> refusals = EvidenceLimitPolicy.check(view, wanted, piece.sha256(), piece.size());
            if (!refusals.isEmpty()) {
                return Changed.refused(refusals);
            }
            String principal = trail.principal(task, person);
            List<Evidence> copies = wanted.stream()
                    .flatMap(topic -> view.place().addedTo(topic).stream())
                    .map(topic -> piece.copiedTo(
                            view.place(), topic, UUID.randomUUID().toString(), clock.instant(), person, principal))
                    .toList();
            copies.forEach(pieces::add);
            trail.record("evidence.added", task, person, copies);
            return Changed.to(copies);
        });
    }

    private Optional<Changed> permitted(
            String task,
            String id,
            String person,
            BiPredicate<TaskEvidence.View, Evidence> permission,
            BiFunction<TaskEvidence.View, Evidence, Changed> change) {
        tasks.hold(task);
        return evidence.of(task, person).flatMap(view -> view.piece(id)
                .map(piece -> permission.test(view, piece)
                        ? change.apply(view, piece)
                        : Changed.refused("", closed(view, piece))));
    }

    static String closed(TaskEvidence.View view, Evidence piece) {
        return view.isUsable(piece) && view.isHandedIn(piece)
                ? "Tệp này đã được gửi ở bước trước nên giữ nguyên, không sửa, không xóa được; hãy thêm tệp mới"
                : closed(view);
    }

    static String closed(TaskEvidence.View view) {
        if (!view.place().isAddedTo()) {
            return "Ở bước này minh chứng chỉ để xem, không thêm bớt được";
        }
        String assignee = view.task().assignee();
        return assignee == null
                ? "Việc này được giao cho nhóm khác nên chỉ xem được minh chứng"
                : "Việc này đang do người khác (" + assignee
                        + ") thực hiện; chỉ người đã nhận việc mới sửa được minh chứng";
    }
}
