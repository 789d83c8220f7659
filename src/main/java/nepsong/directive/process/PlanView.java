package nepsong.directive.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.Theme;
import nepsong.directive.Plan;
import nepsong.directive.PlanProposal;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;

/** A plan as those read it who do not write it. */
@Component
class PlanView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Units units;
    private final Checklists checklists;
    private final PlanProposal proposal;

    PlanView(Units units, Checklists checklists, PlanProposal proposal) {
        this.units = units;
        this.checklists = checklists;
        this.proposal = proposal;
    }

    /** What the forms read as {@code plan}, {@code legalBases} and {@code milestones}. */
    Map<String, Object> of(Plan plan) {
        Map<String, String> themes =
                proposal.eligibleThemes().stream().collect(Collectors.toMap(Theme::code, Theme::title));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycle", plan.cycle());
        shown.put(
                "plan",
                Map.of(
                        "name", plan.name(),
                        "summary", plan.summary(),
                        "purpose", plan.purpose(),
                        "requirements", plan.requirements(),
                        "unitCount", plan.units().size(),
                        "units",
                                units.find(plan.units()).stream()
                                        .map(Unit::name)
                                        .collect(Collectors.joining("; ")),
                        "checklist", checklist(plan.checklistVersion()),
                        "themes",
                                plan.themes().stream()
                                        .map(theme -> themes.getOrDefault(theme, theme))
                                        .collect(Collectors.joining("; "))));
        shown.put(
                "legalBases",
                plan.legalBases().stream()
                        .map(basis -> Map.of(
                                "kind", basis.kind(),
                                "number", basis.number(),
                                "issuedOn", day(basis.issuedOn()),
                                "title", basis.title()))
                        .toList());
        shown.put(
                "milestones",
                plan.milestones().stream()
                        .map(milestone -> Map.of(
                                "title", milestone.title(),
                                "from", day(milestone.from()),
                                "to", day(milestone.to())))
                        .toList());
        return shown;
    }

    String checklist(int version) {
        return checklists.version(version).title() + " (phiên bản " + version + ")";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
