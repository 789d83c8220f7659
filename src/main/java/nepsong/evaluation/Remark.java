package nepsong.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a member wants changed in the report.
 *
 * @param person     id of the member
 * @param position   from 0, in the member's opinion
 * @param section    number of a {@link ReportSection}, or {@link #GENERAL}
 * @param answer     {@code accepted}, {@code partly} or {@code explained}; null until it is answered
 */
public record Remark(
        String person,
        int position,
        String section,
        String text,
        String proposal,
        @Nullable String answer,
        @Nullable String answerText) {

    public static final String GENERAL = "general";

    public String sectionTitle() {
        for (ReportSection one : ReportSection.values()) {
            if (one.number().equals(section)) {
                return one.title();
            }
        }
        return "Ý kiến chung";
    }
}
