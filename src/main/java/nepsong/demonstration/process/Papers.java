package nepsong.demonstration.process;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.evidence.Citation;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.TaskEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Samples of what is signed outside, so that nobody meets empty pages of papers. Each is brought with the first step that takes it. */
@Component
class Papers {

    private static final Set<EvidenceKind> BROUGHT = EnumSet.of(
            EvidenceKind.PLAN,
            EvidenceKind.CONFERENCE_MINUTES,
            EvidenceKind.RESULTS_DECISION,
            EvidenceKind.NOMINATION_REQUEST,
            EvidenceKind.AWARD_REQUEST,
            EvidenceKind.AWARD_DECISION);

    private final Courier courier;

    Papers(Courier courier) {
        this.courier = courier;
    }

    /** @param form what is about to be handed in: number and date of what was signed are there, if anywhere */
    void bring(TaskEvidence.View view, String person, Map<String, Object> form) {
        for (EvidencePlace.Topic topic : view.place().topics()) {
            EvidenceKind kind = topic.adds();
            if (kind != null
                    && BROUGHT.contains(kind)
                    && view.pieces().stream().noneMatch(piece -> piece.kind() == kind)) {
                bring(view, person, topic.id(), kind, citation(form));
            }
        }
    }

    private void bring(TaskEvidence.View view, String person, String topic, EvidenceKind kind, Citation citation) {
        String title = kind.label().replace(" đã ký", "");
        courier.bring(
                view.task().task().id(),
                person,
                title + " (bản mẫu).pdf",
                SamplePaper.of(title, citation.words(), view.place().name()),
                List.of(topic),
                citation);
    }

    private static Citation citation(Map<String, Object> form) {
        Object number = form.get("documentNumber");
        return new Citation(
                number == null ? null : number + "/" + form.get("documentSymbol"),
                day(form.get("issuedOn")),
                null,
                null);
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
