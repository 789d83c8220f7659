package nepsong.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a member wants changed in the report.
 *
 * @param person     id of the member
 * @param position   from 0, in the member's opinion
 * @param section    number of a {@link ReportSection}, or {@link #GENERAL}
 * @param kind       what is to become of the text: {@code change}, {@code add}, {@code remove} or {@code ask}
 * @param reason     why; may be empty
 * @param answer     {@code accepted}, {@code partly} or {@code explained}; null until it is answered
 */
public record Remark(
        String person,
        int position,
        String section,
        String text,
        String proposal,
        String kind,
        String reason,
        @Nullable String answer,
        @Nullable String answerText) {

    public static final String GENERAL = "general";
    public static final String CHANGE = "change";

    private static final Map<String, String> KINDS =
            Map.of(CHANGE, "Sửa", "add", "Bổ sung", "remove", "Bỏ", "ask", "Hỏi");

    private static final Map<String, String> ANSWERS =
            Map.of("accepted", "Tiếp thu", "partly", "Tiếp thu một phần", "explained", "Giải trình");

    /** What a member says of the whole report: nothing of it is to be changed in a place, so it has no kind to speak of. */
    public boolean isOfTheWhole() {
        return section.equals(GENERAL) && position == 0 && proposal.isEmpty();
    }

    public String kindTitle() {
        return titleOfKind(kind);
    }

    public static String titleOfKind(String kind) {
        return KINDS.getOrDefault(kind, kind);
    }

    /** What became of it, in a word or two; empty until it is answered. */
    public String answerTitle() {
        return answer == null ? "" : ANSWERS.getOrDefault(answer, answer);
    }

    public String sectionTitle() {
        return titleOfSection(section);
    }

    public static String titleOfSection(String section) {
        for (ReportSection one : ReportSection.values()) {
            if (one.number().equals(section)) {
                return one.title();
            }
        }
        return "Ý kiến chung";
    }
}
