package nepsong.commendation;

import java.util.Set;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.PaperReaders;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;

/**
 * A nomination tells of people: its papers are for the unit that answers for it, and for those who take it up, appraise, vote
 * and decide, once the unit has confirmed it. What puts it before the City is for the latter alone. Everybody who works in
 * cycles reads what was awarded; photos only where the commended agreed and they were published.
 */
@Component
class NominationPaperReaders implements PaperReaders {

    private static final Set<String> HANDLING =
            Set.of(Groups.STANDING_OFFICE, Groups.AWARD_OFFICE, Groups.COUNCIL, Groups.CITY_LEADERS);

    private final Nominations nominations;
    private final AwardRecords records;

    NominationPaperReaders(Nominations nominations, AwardRecords records) {
        this.nominations = nominations;
        this.records = records;
    }

    @Override
    public boolean mayRead(Dossier dossier, EvidenceKind kind, Set<String> groups) {
        if (!dossier.isOfNomination()) {
            return false;
        }
        return switch (kind) {
            case NOMINATION_REQUEST, NOMINATION_REPORT, NOMINATION_MINUTES, NOMINATION_PHOTO ->
                isOfUnit(dossier, groups) || isHandling(groups) && isConfirmed(dossier);
            case AWARD_REQUEST -> isHandling(groups) && isConfirmed(dossier);
            case AWARD_DECISION ->
                groups.contains(Groups.CITY_LEADERS)
                        || (isOfUnit(dossier, groups) || isHandling(groups))
                                && state(dossier).isAward()
                        || isAwarded(dossier, groups);
            case AWARD_PHOTO ->
                groups.contains(Groups.STANDING_OFFICE)
                        || isAwarded(dossier, groups) && records.isPhotoPublished(dossier.nomination());
            default -> false;
        };
    }

    /** Inspectors have no part in it. */
    private static boolean isOfUnit(Dossier dossier, Set<String> groups) {
        return groups.contains(Groups.headAt(dossier.unit())) || groups.contains(Groups.coordinatorAt(dossier.unit()));
    }

    private static boolean isHandling(Set<String> groups) {
        return groups.stream().anyMatch(HANDLING::contains);
    }

    private boolean isConfirmed(Dossier dossier) {
        return Boolean.TRUE.equals(
                nominations.get(dossier.nomination()).milestones().confirmed());
    }

    private boolean isAwarded(Dossier dossier, Set<String> groups) {
        return Groups.areAtWork(groups) && state(dossier) == NominationState.AWARDED;
    }

    private NominationState state(Dossier dossier) {
        return nominations.get(dossier.nomination()).state();
    }
}
