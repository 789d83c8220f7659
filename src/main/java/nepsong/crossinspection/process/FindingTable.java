package nepsong.crossinspection.process;

import java.util.List;
import java.util.Map;
import nepsong.crossinspection.VisitFinding;
import nepsong.engine.FormTask;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;

/** What was found on a visit, as a table to read, with a way to the photos of each. */
final class FindingTable {

    private FindingTable() {}

    static List<Map<String, Object>> of(FormTask task, List<VisitFinding> findings, EvidencePieces evidence) {
        FiledPieces photos = FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.FINDING)));
        return findings.stream()
                .map(finding -> Map.<String, Object>of(
                        "code", finding.code(),
                        "pieces", photos.count(finding.code()),
                        "page", "/evidence/" + task.id(),
                        "type", Words.type(finding),
                        "severity", Words.severity(finding),
                        "place", finding.place(),
                        "description", finding.description(),
                        "criterion", finding.criterion() == null ? "" : finding.criterion()))
                .toList();
    }
}
