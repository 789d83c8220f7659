package nepsong.documents.web;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import nepsong.documents.PlanDocument;
import nepsong.documents.SelfAssessmentReport;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Documents to take away before they are signed: the plan for those who draft, read and sign it, a unit's report for the unit. */
@Controller
@RequestMapping("/papers")
class DocumentPage {

    private static final Set<String> OF_THE_PLAN =
            Set.of(Groups.STANDING_OFFICE, Groups.TEAM_MEMBERS, Groups.DEPARTMENT_LEADERS);

    private final PlanDocument plan;
    private final SelfAssessmentReport report;
    private final People people;

    DocumentPage(PlanDocument plan, SelfAssessmentReport report, People people) {
        this.plan = plan;
        this.report = report;
        this.people = people;
    }

    @GetMapping("/plans/{cycle}")
    ResponseEntity<byte[]> plan(@PathVariable String cycle, Principal person) {
        boolean reads = people.groupsOf(person.getName()).stream().anyMatch(OF_THE_PLAN::contains);
        return WordFile.named("ke-hoach-" + cycle, reads ? plan.of(cycle) : Optional.empty());
    }

    @GetMapping("/reports/{cycle}/{unit}")
    ResponseEntity<byte[]> report(@PathVariable String cycle, @PathVariable String unit, Principal person) {
        boolean own = Groups.areAt(unit, people.groupsOf(person.getName()));
        return WordFile.named("bao-cao-" + cycle + "-" + unit, own ? report.of(cycle, unit) : Optional.empty());
    }
}
