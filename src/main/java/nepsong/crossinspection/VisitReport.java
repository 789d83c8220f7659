package nepsong.crossinspection;

import java.time.LocalDateTime;
import java.util.List;

/** What the inspectors bring back from a visit. Times are those of Hà Nội. */
public record VisitReport(
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        Whereabouts whereabouts,
        List<CrossScore> scores,
        List<VisitFinding> findings,
        String opinionOnTheSpot) {

    public VisitReport {
        scores = List.copyOf(scores);
        findings = List.copyOf(findings);
    }
}
