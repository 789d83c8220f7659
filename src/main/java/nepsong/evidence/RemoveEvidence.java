package nepsong.evidence;

import java.util.List;
import java.util.Optional;
import nepsong.engine.OpenTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Until the submission whoever holds the task takes a piece away; the file goes with the last piece that needs it. */
@Component
public class RemoveEvidence {

    private final OpenTasks tasks;
    private final TaskEvidence evidence;
    private final EvidencePieces pieces;
    private final StoredFiles files;
    private final TransactionTemplate transaction;
    private final EvidenceTrail trail;

    RemoveEvidence(
            OpenTasks tasks,
            TaskEvidence evidence,
            EvidencePieces pieces,
            StoredFiles files,
            TransactionTemplate transaction,
            EvidenceTrail trail) {
        this.trail = trail;
        this.tasks = tasks;
        this.evidence = evidence;
        this.pieces = pieces;
        this.files = files;
        this.transaction = transaction;
    }

    /** Empty where the person may not look at the piece; the piece is in the answer as it was. */
    public Optional<Changed> remove(String task, String id, String person) {
        Changed done = transaction.execute(status -> {
            tasks.hold(task);
            TaskEvidence.View view = evidence.of(task, person).orElse(null);
            Evidence piece = view == null ? null : view.piece(id).orElse(null);
            if (view == null || piece == null) {
                return null;
            }
            if (!view.isChangeable(piece)) {
                return Changed.refused("", ChangeEvidence.closed(view, piece));
            }
            pieces.remove(id);
            trail.record("evidence.removed", task, person, List.of(piece));
            return Changed.to(List.of(piece));
        });
        if (done != null && !done.isRefused()) {
            done.pieces().forEach(piece -> {
                files.forget(piece.sha256());
                files.forget(piece.shownSha256());
            });
        }
        return Optional.ofNullable(done);
    }
}
