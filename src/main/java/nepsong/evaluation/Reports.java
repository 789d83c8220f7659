package nepsong.evaluation;

import java.util.Map;
import java.util.Optional;

/** The reports on the cycles. */
public interface Reports {

    /** The newest version. */
    Optional<Report> latest(String cycle);

    /** @throws java.util.NoSuchElementException where none is drafted */
    default Report get(String cycle) {
        return latest(cycle).orElseThrow();
    }

    /** As the next version. */
    void add(String cycle, Map<ReportSection, String> facts, Map<ReportSection, String> sections, String draftedBy);

    void giveBack(Report report, String reason);
}
