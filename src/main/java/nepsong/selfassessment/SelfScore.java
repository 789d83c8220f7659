package nepsong.selfassessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a unit says about itself under one criterion, as it was typed; {@link SelfScoringPolicy} judges it. */
public record SelfScore(
        String criterion,
        boolean notApplicable,
        @Nullable String naReason,
        @Nullable BigDecimal score,
        @Nullable String note,
        Evidence evidence,
        Figures figures) {

    /** Without the numbers behind it. */
    public SelfScore(
            String criterion,
            boolean notApplicable,
            @Nullable String naReason,
            @Nullable BigDecimal score,
            @Nullable String note,
            Evidence evidence) {
        this(criterion, notApplicable, naReason, score, note, evidence, Figures.NONE);
    }

    public Answer answer() {
        return new Answer(criterion, notApplicable, naReason, score);
    }
}
