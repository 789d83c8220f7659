package nepsong.evidence;

import java.util.List;
import nepsong.cycle.Refusal;

/** What came of a wish to add or change evidence: the pieces as they are now, or why not. */
public record Changed(List<Evidence> pieces, List<Refusal> refusals) {

    public Changed {
        pieces = List.copyOf(pieces);
        refusals = List.copyOf(refusals);
    }

    static Changed refused(String field, String reason) {
        return new Changed(List.of(), List.of(Refusal.of(field, reason)));
    }

    static Changed refused(List<Refusal> refusals) {
        return new Changed(List.of(), refusals);
    }

    static Changed to(List<Evidence> pieces) {
        return new Changed(pieces, List.of());
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }
}
