package nepsong.commendation.process;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.engine.FormTask;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidencePlace;
import nepsong.evidence.EvidencePlaces;
import nepsong.evidence.Paper;
import org.springframework.stereotype.Component;

/**
 * The unit brings what the nomination is argued with, and whoever handles it looks at that. Standing office and award office
 * bring the submission to the City with what they do, or it comes with the decision. The City's leader brings the signed
 * decision, and the standing office photos of the award, or the decision where it was not at hand. Photos need consent.
 */
@Component
class NominationEvidence implements EvidencePlaces {

    private static final List<Paper> FILE = List.of(
            Paper.NOMINATION_REQUEST, Paper.NOMINATION_REPORT, Paper.NOMINATION_MINUTES, Paper.NOMINATION_PHOTO);
    private static final Set<Paper> PHOTOS = EnumSet.of(Paper.NOMINATION_PHOTO, Paper.AWARD_PHOTO);

    private final Nominations nominations;

    NominationEvidence(Nominations nominations) {
        this.nominations = nominations;
    }

    @Override
    public Optional<EvidencePlace> of(FormTask task) {
        if (!task.process().equals("commendation")) {
            return Optional.empty();
        }
        return switch (task.activity()) {
            case "userTask_confirmByUnit", "userTask_supplement" -> Optional.of(place(task, FILE, FILE));
            case "userTask_consolidate", "userTask_appraise" ->
                Optional.of(place(task, with(Paper.AWARD_REQUEST), List.of(Paper.AWARD_REQUEST)));
            case "userTask_recheck", "userTask_vote" -> Optional.of(place(task, with(Paper.AWARD_REQUEST), List.of()));
            case "userTask_decide" ->
                Optional.of(place(
                        task,
                        with(Paper.AWARD_REQUEST, Paper.AWARD_DECISION),
                        List.of(Paper.AWARD_REQUEST, Paper.AWARD_DECISION)));
            case "userTask_publish" ->
                Optional.of(place(
                        task,
                        with(Paper.AWARD_REQUEST, Paper.AWARD_DECISION, Paper.AWARD_PHOTO),
                        List.of(Paper.AWARD_DECISION, Paper.AWARD_PHOTO)));
            default -> Optional.empty();
        };
    }

    private static List<Paper> with(Paper... first) {
        return Stream.concat(Stream.of(first), FILE.stream()).toList();
    }

    private EvidencePlace place(FormTask task, List<Paper> shown, List<Paper> brought) {
        Nomination nomination = nominations.get(task.text("nomination"));
        Set<Paper> adds = EnumSet.noneOf(Paper.class);
        adds.addAll(brought);
        if (nomination.consentOn() == null) {
            adds.removeAll(PHOTOS);
        }
        return EvidencePlace.ofPapers(dossier(nomination), nomination.subject().name(), shown, adds);
    }

    static Dossier dossier(Nomination nomination) {
        return Dossier.ofNomination(nomination.id(), nomination.unit(), nomination.cycle());
    }

    static List<Paper> file() {
        return FILE;
    }
}
