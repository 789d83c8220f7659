package nepsong.crossinspection.process;

import java.util.List;
import java.util.Map;
import nepsong.crossinspection.VisitFinding;

/** What was found on a visit, as a table to read. */
final class FindingTable {

    private FindingTable() {}

    static List<Map<String, Object>> of(List<VisitFinding> findings) {
        return findings.stream()
                .map(finding -> Map.<String, Object>of(
                        "type", Words.type(finding),
                        "severity", Words.severity(finding),
                        "place", finding.place(),
                        "description", finding.description(),
                        "criterion", finding.criterion() == null ? "" : finding.criterion()))
                .toList();
    }
}
