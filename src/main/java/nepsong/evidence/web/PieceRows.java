package nepsong.evidence.web;

import nepsong.evidence.Capture;
import nepsong.evidence.Citation;
import nepsong.evidence.Evidence;
import nepsong.evidence.TaskEvidence;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Words a piece for whoever looks at it. */
@Component
class PieceRows {

    private final People people;

    PieceRows(People people) {
        this.people = people;
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
                people.find(piece.addedBy()).map(Person::name).orElse(piece.addedBy()),
                view.isChangeable(piece),
                view.isUsable(piece),
                piece.type().hasPreview(),
                view.original() && !piece.sha256().equals(piece.shownSha256()),
                capture == null ? null : capture.takenAt(),
                capture == null ? null : capture.latitude(),
                capture == null ? null : capture.longitude());
    }
}
