package nepsong.commendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One proposal to commend a unit or a person.
 *
 * @param cycle      null where no cycle of the unit ran when it was made
 * @param unit       the unit that is nominated or answers for the person
 * @param proposed   the form that was proposed; what may be awarded is {@link #award()}
 * @param consentOn  when the nominated agreed to be named and shown; null where they have not
 * @param proposedBy id of a person
 */
public record Nomination(
        String id,
        @Nullable String cycle,
        String unit,
        Subject subject,
        AwardForm proposed,
        Achievement achievement,
        @Nullable LocalDate consentOn,
        String proposedBy,
        Instant proposedAt,
        Milestones milestones) {

    /** One that has just been made and has no answers yet. */
    public static Nomination fresh(
            @Nullable String cycle,
            String unit,
            Subject subject,
            AwardForm proposed,
            Achievement achievement,
            @Nullable LocalDate consentOn,
            String proposedBy,
            Instant proposedAt) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        return new Nomination(
                id, cycle, unit, subject, proposed, achievement, consentOn, proposedBy, proposedAt, Milestones.NONE);
    }

    /** Whether both achievements end in one year, so that they may be the same. */
    public boolean isOfTheYearOf(Nomination other) {
        return achievement.to().getYear() == other.achievement.to().getYear();
    }

    public NominationState state() {
        return milestones.state();
    }

    /** As the newest appraisal allows, and as proposed before the first. */
    public AwardForm award() {
        AwardForm appraised = milestones.appraised();
        return appraised == null ? proposed : appraised;
    }
}
