package nepsong.documents.web;

import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import nepsong.documents.ConferenceInvitation;
import nepsong.documents.CouncilMinutes;
import nepsong.documents.CycleReport;
import nepsong.documents.InspectionMinutes;
import nepsong.documents.PairsAnnex;
import nepsong.documents.PlanDocument;
import nepsong.documents.SelfAssessmentReport;
import nepsong.documents.VisitNotice;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.selfassessment.ReadScorecard;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Documents to take away and sign: the plan for those who draft, read and sign it, who inspects whom for those who see
 * all pairs, a unit's report for the unit, the notice of a visit for whoever may know of the visit, its minutes for whoever
 * may see the unit's scorecard, the invitation to a conference for its guests and the secretaries, the minutes of a vote for
 * whoever has a part in awards, the report on a cycle for the team and the leaders who publish it.
 */
@Controller
@RequestMapping("/papers")
class DocumentPage {

    private static final Set<String> OF_THE_PLAN =
            Set.of(Groups.STANDING_OFFICE, Groups.TEAM_MEMBERS, Groups.DEPARTMENT_LEADERS);

    private final PlanDocument plan;
    private final PairsAnnex pairs;
    private final SelfAssessmentReport report;
    private final VisitNotice notice;
    private final InspectionMinutes minutes;
    private final ConferenceInvitation invitation;
    private final CouncilMinutes votes;
    private final CycleReport cycleReport;
    private final ReadScorecard scorecard;
    private final People people;

    DocumentPage(
            PlanDocument plan,
            PairsAnnex pairs,
            SelfAssessmentReport report,
            VisitNotice notice,
            InspectionMinutes minutes,
            ConferenceInvitation invitation,
            CouncilMinutes votes,
            CycleReport cycleReport,
            ReadScorecard scorecard,
            People people) {
        this.plan = plan;
        this.pairs = pairs;
        this.report = report;
        this.notice = notice;
        this.minutes = minutes;
        this.invitation = invitation;
        this.votes = votes;
        this.cycleReport = cycleReport;
        this.scorecard = scorecard;
        this.people = people;
    }

    @GetMapping("/plans/{cycle}")
    ResponseEntity<byte[]> plan(@PathVariable String cycle, Principal person) {
        return WordFile.named("ke-hoach-" + cycle, isOf(OF_THE_PLAN, person) ? plan.of(cycle) : Optional.empty());
    }

    @GetMapping("/pairs/{cycle}")
    ResponseEntity<byte[]> pairs(@PathVariable String cycle, Principal person) {
        return WordFile.named("phan-cong-" + cycle, isOf(Groups.WATCHERS, person) ? pairs.of(cycle) : Optional.empty());
    }

    private boolean isOf(Collection<String> readers, Principal person) {
        return people.groupsOf(person.getName()).stream().anyMatch(readers::contains);
    }

    @GetMapping("/reports/{cycle}/{unit}")
    ResponseEntity<byte[]> report(@PathVariable String cycle, @PathVariable String unit, Principal person) {
        boolean own = Groups.areAt(unit, people.groupsOf(person.getName()));
        return WordFile.named("bao-cao-" + cycle + "-" + unit, own ? report.of(cycle, unit) : Optional.empty());
    }

    @GetMapping("/notices/{cycle}/{unit}")
    ResponseEntity<byte[]> notice(@PathVariable String cycle, @PathVariable String unit, Principal person) {
        return WordFile.named(VisitNotice.name(cycle, unit), notice.of(cycle, unit, person.getName()));
    }

    @GetMapping("/minutes/{cycle}/{unit}")
    ResponseEntity<byte[]> minutes(@PathVariable String cycle, @PathVariable String unit, Principal person) {
        return WordFile.named(
                "bien-ban-" + cycle + "-" + unit,
                scorecard.read(cycle, unit, person.getName()).flatMap(rows -> minutes.of(cycle, unit, rows)));
    }

    @GetMapping("/invitations/{cycle}")
    ResponseEntity<byte[]> invitation(@PathVariable String cycle, Principal person) {
        return WordFile.named(ConferenceInvitation.name(cycle), invitation.of(cycle, person.getName()));
    }

    @GetMapping("/results/{cycle}")
    ResponseEntity<byte[]> results(@PathVariable String cycle, Principal person) {
        return WordFile.named(CycleReport.name(cycle), cycleReport.of(cycle, person.getName()));
    }

    @GetMapping("/votes/{nomination}")
    ResponseEntity<byte[]> vote(@PathVariable String nomination, Principal person) {
        return WordFile.named(CouncilMinutes.name(nomination), votes.of(nomination, person.getName()));
    }
}
