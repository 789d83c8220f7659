package nepsong.directive.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Checklists;
import nepsong.directive.DraftPlan;
import nepsong.directive.LegalBasis;
import nepsong.directive.Milestone;
import nepsong.directive.OpinionGivers;
import nepsong.directive.Plan;
import nepsong.directive.PlanDecision;
import nepsong.directive.PlanProposal;
import nepsong.directive.PlanReviews;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class DraftPlanForm implements TaskForm {

    private static final List<Option> LEGAL_KINDS = Stream.of(
                    "Quyết định", "Kế hoạch", "Chỉ thị", "Nghị định", "Nghị quyết", "Luật", "Công văn", "Văn bản khác")
            .map(kind -> new Option(kind, kind))
            .toList();

    private final PlanProposal proposal;
    private final PlanReviews reviews;
    private final OpinionGivers givers;
    private final Checklists checklists;
    private final DraftPlan draft;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DraftPlanForm(
            PlanProposal proposal,
            PlanReviews reviews,
            OpinionGivers givers,
            Checklists checklists,
            DraftPlan draft,
            WorkingCalendar calendar,
            Clock clock) {
        this.proposal = proposal;
        this.reviews = reviews;
        this.givers = givers;
        this.checklists = checklists;
        this.draft = draft;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "directive.draft-plan";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Plan plan = proposal.propose(task.cycle());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", plan.name());
        shown.put("summary", plan.summary());
        shown.put("legalKinds", LEGAL_KINDS);
        shown.put(
                "legalBases", plan.legalBases().stream().map(DraftPlanForm::row).toList());
        shown.put("purpose", plan.purpose());
        shown.put("requirements", plan.requirements());
        shown.put("units", plan.units());
        shown.put(
                "unitOptions",
                proposal.eligibleUnits(task.cycle()).stream()
                        .map(unit -> new Option(unit.code(), unit.name()))
                        .toList());
        shown.put("checklistVersion", String.valueOf(plan.checklistVersion()));
        shown.put(
                "checklistOptions",
                checklists.published().stream()
                        .map(checklist -> new Option(
                                String.valueOf(checklist.version()),
                                checklist.title() + " (phiên bản " + checklist.version() + ")"))
                        .toList());
        shown.put("themes", plan.themes());
        shown.put(
                "themeOptions",
                proposal.eligibleThemes().stream()
                        .map(theme -> new Option(theme.code(), theme.title()))
                        .toList());
        shown.put("milestones", plan.milestones().stream().map(this::row).toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycle", task.cycle());
        shown.put("opinionGivers", givers.choose().stream().map(Person::name).collect(Collectors.joining(", ")));
        reviews.lastDecision(task.cycle())
                .map(PlanDecision::reason)
                .ifPresent(reason -> shown.put("returnReason", reason));
        return shown;
    }

    private static Map<String, Object> row(LegalBasis basis) {
        return Map.of(
                "kind", basis.kind(), "number", basis.number(), "issuedOn", basis.issuedOn(), "title", basis.title());
    }

    /** A draft that was returned after some days begins today at the earliest, or on the next working day. */
    private Map<String, Object> row(Milestone milestone) {
        LocalDate today = calendar.plus(LocalDate.now(clock), 0);
        return Map.of(
                "title", milestone.title(),
                "from", later(milestone.from(), today),
                "to", later(milestone.to(), today));
    }

    private static LocalDate later(LocalDate day, LocalDate other) {
        return day.isBefore(other) ? other : day;
    }

    private static List<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Plan plan = new Plan(
                task.cycle(),
                data.text("name"),
                data.text("summary"),
                data.rows("legalBases").stream()
                        .map(row -> new LegalBasis(
                                row.text("kind"), row.text("number"), row.requiredDate("issuedOn"), row.text("title")))
                        .toList(),
                data.text("purpose"),
                data.text("requirements"),
                data.flag("allUnits") ? codes(proposal.eligibleUnits(task.cycle())) : data.choices("units"),
                Integer.parseInt(data.text("checklistVersion")),
                data.choices("themes"),
                data.rows("milestones").stream()
                        .map(row -> new Milestone(row.text("title"), row.requiredDate("from"), row.requiredDate("to")))
                        .toList(),
                0,
                clock.instant(),
                task.user());
        return Outcome.of(draft.draft(plan), Map.of());
    }
}
