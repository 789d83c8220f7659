package nepsong.selfassessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a unit has come with its self-assessment; the scores are on its scorecard.
 *
 * @param acknowledgedAt            when the unit took up the cycle; null until it has
 * @param dueOn                     last day on which a submission, that is the head's approval, is in time; null until
 *                                  acknowledged
 * @param scoredAt                  when the coordinator last handed the scorecard to the head of the unit
 * @param approvedAt                when the head approved it, which is the submission
 * @param lateDays                  working days from {@code dueOn} to the submission
 * @param supplementedAt            when the one supplement was handed in
 * @param supplementClosedAt        when the days for the supplement were over and nothing had come
 * @param completedAt               when the secretary found it complete
 * @param closedWithoutSubmissionAt when the window closed and nothing had been submitted
 * @param supplementRequested       whether the secretary has asked for the one supplement
 */
public record SelfAssessment(
        String cycle,
        String unit,
        @Nullable Instant acknowledgedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant scoredAt,
        @Nullable String scoredBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        int lateDays,
        @Nullable Instant supplementedAt,
        @Nullable Instant supplementClosedAt,
        @Nullable Instant completedAt,
        @Nullable Instant closedWithoutSubmissionAt,
        boolean supplementRequested) {

    public @Nullable Instant submittedAt() {
        return approvedAt;
    }

    public boolean isSubmitted() {
        return approvedAt != null;
    }

    public boolean isClosedWithoutSubmission() {
        return closedWithoutSubmissionAt != null;
    }

    /** Whether the self-scores may still be written: until the head approves, and once more for the supplement. */
    public boolean isOpenForScores() {
        return !isClosedWithoutSubmission() && (approvedAt == null || isSupplementOpen());
    }

    private boolean isSupplementOpen() {
        return supplementRequested && supplementedAt == null && supplementClosedAt == null;
    }
}
