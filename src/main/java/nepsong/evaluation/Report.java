package nepsong.evaluation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of the report on a cycle.
 *
 * @param version      from 1; what goes back to the secretaries comes again as the next
 * @param draftedBy    id of a person
 * @param returnReason why the leader gave it back; null where they did not
 */
public record Report(
        String cycle,
        int version,
        Map<ReportSection, String> sections,
        String draftedBy,
        @Nullable String returnReason) {

    public Report {
        sections = Map.copyOf(sections);
    }

    public String section(ReportSection section) {
        return sections.getOrDefault(section, "");
    }
}
