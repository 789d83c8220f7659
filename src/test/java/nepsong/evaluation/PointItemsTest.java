package nepsong.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nepsong.catalogue.UsualParameters;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PointItemsTest {

    private static final String UNIT = "q-ba-dinh";

    @Test
    void aUnitWithoutACauseGetsNothingMoreAndNothingLess() {
        PointItems none = items();
        assertThat(none.bonus()).isZero();
        assertThat(none.penalty()).isZero();
        assertThat(none.bonusReason()).isEmpty();
        assertThat(none.penaltyReason()).isEmpty();
        assertThat(none.hasUntrueEvidence()).isFalse();
    }

    @Test
    void eachCauseForABonusGivesOnePointAndThreeAreTheMost() {
        assertThat(items(item(PointCause.AWARDED, 1)).bonus()).isEqualByComparingTo("1");
        PointItems all =
                items(item(PointCause.AWARDED, 1), item(PointCause.REPLICATED, 7), item(PointCause.FIRST_PRIZE, 1));
        assertThat(all.bonus())
                .as("what is not counted counts once, whatever was sent")
                .isEqualByComparingTo("3");
        assertThat(all.penalty()).isZero();
    }

    @Test
    void beingLateCostsHalfAPointADayAndThreeAtMostInHoweverManyLines() {
        assertThat(items(item(PointCause.LATE, 3)).penalty()).isEqualByComparingTo("1.5");
        assertThat(items(item(PointCause.LATE, 40)).penalty()).isEqualByComparingTo("3");
        assertThat(items(item(PointCause.LATE, 5), item(PointCause.LATE, 5)).penalty())
                .isEqualByComparingTo("3");
        assertThat(items(item(PointCause.NOT_SUBMITTED, 1)).penalty()).isEqualByComparingTo("3");
    }

    @Test
    void untrueEvidenceAndUnansweredComplaintsCountEachAndTenPointsAreTheMost() {
        assertThat(items(item(PointCause.EVIDENCE_UNTRUE, 2)).penalty()).isEqualByComparingTo("6");
        assertThat(items(item(PointCause.EVIDENCE_UNTRUE, 1), item(PointCause.EVIDENCE_UNTRUE, 1))
                        .penalty())
                .isEqualByComparingTo("6");
        assertThat(items(item(PointCause.COMPLAINT_UNANSWERED, 2), item(PointCause.DUTY_REFUSED, 1))
                        .penalty())
                .isEqualByComparingTo("5");
        PointItems everything = items(
                item(PointCause.EVIDENCE_UNTRUE, 3),
                item(PointCause.LATE, 9),
                item(PointCause.COMPLAINT_UNANSWERED, 4));
        assertThat(everything.penalty()).isEqualByComparingTo("10");
        assertThat(everything.hasUntrueEvidence()).isTrue();
        assertThat(everything.untrueEvidence()).isEqualTo("Lý do đủ rõ.");
    }

    @Test
    void theReasonsNameCausePointsAndEvidence() {
        PointItems both = items(item(PointCause.FIRST_PRIZE, 1), item(PointCause.LATE, 3));
        assertThat(both.bonusReason())
                .isEqualTo("Giải nhất hội thi, cuộc thi (+1): Lý do đủ rõ (minh chứng: Công văn 12/CV-VP)");
        assertThat(both.penaltyReason())
                .isEqualTo("Nộp tự đánh giá chậm (−1,5): Lý do đủ rõ (minh chứng: Công văn 12/CV-VP)");
    }

    @Test
    void whatHoldsOnceIsNotWrittenTwiceAndWhoeverSubmittedNothingWasNotLate() {
        assertThat(items(item(PointCause.LATE, 1), item(PointCause.LATE, 2)).check("Quận Ba Đình"))
                .isEmpty();
        assertThat(items(item(PointCause.AWARDED, 1), item(PointCause.AWARDED, 1))
                        .check("Quận Ba Đình"))
                .extracting(Refusal::row)
                .containsExactly("Quận Ba Đình");
        assertThat(items(item(PointCause.LATE, 1), item(PointCause.NOT_SUBMITTED, 1))
                        .check("Quận Ba Đình"))
                .extracting(Refusal::reason)
                .containsExactly("“Không nộp tự đánh giá” và “Nộp tự đánh giá chậm” loại trừ nhau, hãy giữ một");
    }

    @Test
    void theDataProposeLatenessAndARefusedDuty() {
        assertThat(PointItems.proposed(known(Instant.EPOCH, 0, true))).isEmpty();
        assertThat(PointItems.proposed(known(Instant.EPOCH, 4, false)))
                .extracting(PointItem::cause, PointItem::times)
                .containsExactly(tuple(PointCause.LATE, 4), tuple(PointCause.DUTY_REFUSED, 1));
        assertThat(PointItems.proposed(known(null, 0, true)))
                .extracting(PointItem::cause)
                .containsExactly(PointCause.NOT_SUBMITTED);
    }

    private static GradedFacts known(@Nullable Instant submittedAt, int late, boolean dutyDone) {
        return new GradedFacts(UNIT, submittedAt, late, 0, 0, 0, false, dutyDone);
    }

    private static PointItem item(PointCause cause, int times) {
        return new PointItem(UNIT, cause, times, "Lý do đủ rõ.", "Công văn 12/CV-VP");
    }

    private static PointItems items(PointItem... items) {
        return new PointItems(List.copyOf(Arrays.asList(items)), UsualParameters.values());
    }
}
