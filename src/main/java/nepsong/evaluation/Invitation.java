package nepsong.evaluation;

import java.util.List;
import nepsong.evaluation.Invitations.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a conference, as its guest reads it.
 *
 * @param report   titles of the draft's sections and what they say; sections that say nothing are left out
 * @param answer   what the guest has said so far
 * @param closed   why it cannot be answered any more; null while it can
 */
public record Invitation(
        String cycle,
        String cycleName,
        Conference conference,
        List<Section> report,
        Answer answer,
        @Nullable String closed) {

    public Invitation {
        report = List.copyOf(report);
    }

    public record Section(String title, String text) {}
}
