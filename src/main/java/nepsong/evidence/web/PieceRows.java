package nepsong.evidence.web;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import nepsong.delegation.StandIns;
import nepsong.evidence.Capture;
import nepsong.evidence.Citation;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.TaskEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a piece for whoever looks at it. */
@Component
class PieceRows {

    private static final Set<EvidenceKind> OF_A_VISIT = EnumSet.of(EvidenceKind.VISIT, EvidenceKind.FINDING);
    private static final Duration A_DAY = Duration.ofHours(24);

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
                timeWarning(view.place().visitAt(), piece),
                capture == null ? null : capture.takenAt(),
                capture == null ? null : capture.latitude(),
                capture == null ? null : capture.longitude());
    }

    private static @Nullable String timeWarning(@Nullable LocalDateTime visit, Evidence piece) {
        if (visit == null || !piece.type().isImage() || !OF_A_VISIT.contains(piece.kind())) {
            return null;
        }
        Capture capture = piece.capture();
        LocalDateTime taken = capture == null ? null : capture.takenAt();
        if (taken == null) {
            return "UNREADABLE";
        }
        return Duration.between(visit, taken).abs().compareTo(A_DAY) > 0 ? "OUTSIDE" : null;
    }
}
