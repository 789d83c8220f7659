package nepsong.crossinspection;

import java.math.BigDecimal;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.Sample;
import org.jspecify.annotations.Nullable;

/** What the inspectors say about a unit under one criterion, as it was typed. */
public record CrossScore(
        String criterion,
        boolean notApplicable,
        @Nullable String naReason,
        @Nullable BigDecimal score,
        @Nullable String note,
        Sample sample) {

    /** Without a sample. */
    public CrossScore(
            String criterion,
            boolean notApplicable,
            @Nullable String naReason,
            @Nullable BigDecimal score,
            @Nullable String note) {
        this(criterion, notApplicable, naReason, score, note, Sample.NONE);
    }

    public Answer answer() {
        return new Answer(criterion, notApplicable, naReason, score);
    }
}
