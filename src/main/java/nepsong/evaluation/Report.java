package nepsong.evaluation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the report on a cycle.
 *
 * @param version      from 1; what goes back to the secretaries comes again as the next
 * @param facts        the sentences with figures that sections open with, as they were when this version was drafted
 * @param sections     what people wrote
 * @param draftedBy    id of a person
 * @param returnReason why the leader gave it back; null where they did not
 */
public record Report(
        String cycle,
        int version,
        Map<ReportSection, String> facts,
        Map<ReportSection, String> sections,
        String draftedBy,
        @Nullable String returnReason) {

    public Report {
        facts = Map.copyOf(facts);
        sections = Map.copyOf(sections);
    }

    /** As it is read: the figures, and what people wrote about them. */
    public String section(ReportSection section) {
        return Stream.of(facts.getOrDefault(section, ""), sections.getOrDefault(section, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
