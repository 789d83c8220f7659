package nepsong.evidence.web;

import nepsong.delegation.StandIns;
import nepsong.evidence.Capture;
import nepsong.evidence.Citation;
import nepsong.evidence.Evidence;
import nepsong.evidence.TaskEvidence;
import org.springframework.stereotype.Component;

/** Words a piece for whoever looks at it. */
@Component
class PieceRows {

    private final StandIns standIns;

    PieceRows(StandIns standIns) {
        this.standIns = standIns;
    }

    PieceRow of(TaskEvidence.View view, Evidence piece) {
        Capture capture = view.original() ? piece.capture() : null;
        Citation citation = piece.citation();
        return new PieceRow(
                piece.id(),
                piece.topic(),
                piece.kind().name(),
                piece.kind().label(),
                piece.fileName(),
                piece.type().name(),
                piece.size(),
                piece.sha256(),
                citation.number(),
                citation.issuedOn(),
                citation.summary(),
                citation.page(),
                piece.addedAt(),
                piece.addedBy(),
                standIns.named(piece.addedBy(), piece.addedFor()),
                view.isChangeable(piece),
                view.isUsable(piece),
                piece.type().hasPreview(),
                view.original() && !piece.sha256().equals(piece.shownSha256()),
                capture == null ? null : capture.takenAt(),
                capture == null ? null : capture.latitude(),
                capture == null ? null : capture.longitude());
    }
}
