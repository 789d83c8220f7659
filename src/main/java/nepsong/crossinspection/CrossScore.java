package nepsong.crossinspection;

import java.math.BigDecimal;
import nepsong.selfassessment.Answer;
import org.jspecify.annotations.Nullable;

/** What the inspectors say about a unit under one criterion, as it was typed. */
public record CrossScore(
        String criterion,
        boolean notApplicable,
        @Nullable String naReason,
        @Nullable BigDecimal score,
        @Nullable String note) {

    public Answer answer() {
        return new Answer(criterion, notApplicable, naReason, score);
    }
}
