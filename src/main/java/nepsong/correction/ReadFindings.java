package nepsong.correction;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.evidence.EvidenceReadership;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Findings for those whom they concern: the unit, its inspectors and the team. To others they are not there. */
@Component
public class ReadFindings {

    private static final Set<String> TEAM = Set.of(
            Groups.STANDING_OFFICE,
            Groups.DEPARTMENT_LEADERS,
            Groups.SECRETARIES,
            Groups.HEAD_OF_TEAM,
            Groups.TEAM_MEMBERS,
            Groups.APPRAISERS,
            Groups.MANAGERS);

    private final Findings findings;
    private final CorrectionReports reports;
    private final People people;
    private final EvidenceReadership readership;
    private final AuditTrail trail;

    ReadFindings(
            Findings findings,
            CorrectionReports reports,
            People people,
            EvidenceReadership readership,
            AuditTrail trail) {
        this.readership = readership;
        this.findings = findings;
        this.reports = reports;
        this.people = people;
        this.trail = trail;
    }

    /** A finding with what was reported about it, in order. */
    public record WithReports(Finding finding, List<ReportedCorrection> reports) {}

    /**
     * @param unit null for all units of the cycle, which only the team may see
     * @return empty where the person may not see them
     */
    @Transactional(readOnly = true)
    public Optional<List<WithReports>> read(String cycle, @Nullable String unit, String person) {
        Set<String> groups = people.groupsOf(person);
        boolean own = worksAt(unit, groups);
        boolean concerned =
                groups.stream().anyMatch(TEAM::contains) || unit != null && readership.mayRead(cycle, unit, groups);
        if (!own && !concerned) {
            return Optional.empty();
        }
        if (!own) {
            trail.record(AuditEvent.of("findings.read").by(person).of(cycle, unit == null ? "" : unit));
        }
        var reported = reports.of(cycle, unit);
        return Optional.of(findings.of(cycle, unit).stream()
                .map(finding -> new WithReports(finding, reported.getOrDefault(finding.id(), List.of())))
                .toList());
    }

    private static boolean worksAt(@Nullable String unit, Set<String> groups) {
        return unit != null && Groups.areAt(unit, groups);
    }
}
