package nepsong.correction.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nepsong.correction.Finding;
import nepsong.correction.ReadFindings;
import nepsong.correction.ReadFindings.WithReports;
import nepsong.correction.ReportedCorrection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Findings of a cycle, or of one of its units, with what was reported about each. */
@RestController
class FindingController {

    private final ReadFindings findings;

    FindingController(ReadFindings findings) {
        this.findings = findings;
    }

    @GetMapping("/api/findings")
    List<Row> findings(
            @RequestParam String cycle, @RequestParam(required = false) @Nullable String unit, Principal principal) {
        return findings
                .read(cycle, unit == null || unit.isBlank() ? null : unit, principal.getName())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Không có tồn tại nào dành cho người đang đăng nhập."))
                .stream()
                .map(Row::of)
                .toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String id,
            String code,
            String cycle,
            String unit,
            String type,
            String typeName,
            String severity,
            String place,
            String description,
            @Nullable String criterion,
            @Nullable String responsible,
            boolean repeated,
            LocalDate dueOn,
            boolean open,
            int reopened,
            Instant foundAt,
            @Nullable Instant closedAt,
            List<Action> actions) {

        static Row of(WithReports found) {
            Finding finding = found.finding();
            return new Row(
                    finding.id(),
                    finding.code(),
                    finding.cycle(),
                    finding.unit(),
                    finding.type().name(),
                    finding.type().label(),
                    finding.severity().name(),
                    finding.place(),
                    finding.description(),
                    finding.criterion(),
                    finding.responsible(),
                    finding.repeated(),
                    finding.dueOn(),
                    finding.isOpen(),
                    finding.reopened(),
                    finding.foundAt(),
                    finding.closedAt(),
                    found.reports().stream().map(Action::of).toList());
        }
    }

    /**
     * @param accepted     absent until the secretary has verified it
     * @param secondLookOn first day on which somebody looks again; absent where nobody does
     * @param lasted       absent until somebody has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Action(
            int number,
            String measure,
            LocalDate completedOn,
            String cause,
            @Nullable BigDecimal cost,
            @Nullable String photo,
            Instant reportedAt,
            @Nullable Boolean accepted,
            @Nullable String reason,
            @Nullable LocalDate secondLookOn,
            @Nullable Boolean lasted) {

        static Action of(ReportedCorrection reported) {
            var report = reported.report();
            var verdict = reported.verdict();
            var again = reported.secondLook();
            return new Action(
                    reported.number(),
                    report.measure(),
                    report.completedOn(),
                    report.cause().name(),
                    report.cost(),
                    report.photo(),
                    reported.reportedAt(),
                    verdict == null ? null : verdict.accepted(),
                    reported.shortcoming(),
                    again == null ? null : again.from(),
                    again == null || !again.isDone() ? null : again.hasLasted());
        }
    }
}
