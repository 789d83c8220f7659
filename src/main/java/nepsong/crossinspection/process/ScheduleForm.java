package nepsong.crossinspection.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.crossinspection.ScheduleVisit;
import nepsong.crossinspection.VisitPlan;
import nepsong.directive.SeatedMembers;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ScheduleForm implements TaskForm {

    private static final String DOCUMENTS =
            "Kế hoạch, báo cáo thực hiện hai Quy tắc ứng xử; bản cam kết của cán bộ, công chức, viên chức; "
                    + "hồ sơ tuyên truyền, tự kiểm tra; minh chứng của từng tiêu chí đã tự chấm.";

    private final ScheduleVisit scheduling;
    private final People people;
    private final SeatedMembers members;
    private final SelfAssessments selfAssessments;
    private final UnitChecklists checklists;

    ScheduleForm(
            ScheduleVisit scheduling,
            People people,
            SeatedMembers members,
            SelfAssessments selfAssessments,
            UnitChecklists checklists) {
        this.scheduling = scheduling;
        this.people = people;
        this.members = members;
        this.selfAssessments = selfAssessments;
        this.checklists = checklists;
    }

    @Override
    public String key() {
        return "cross-inspection.schedule";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        String inspecting = task.text("inspecting");
        List<Person> inspectors = people.inGroup(Groups.inspectorAt(inspecting));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put(
                "plannedAt", unlessSent(() -> scheduling.proposed(task.cycle(), task.bloc(), task.unit(), inspecting)));
        shown.put("place", "Trụ sở " + task.text("unitName"));
        shown.put(
                "participantOptions",
                Stream.concat(inspectors.stream(), members.of(task.cycle()).stream())
                        .distinct()
                        .map(ScheduleForm::option)
                        .toList());
        shown.put("participants", unlessSent(() -> proposed(task.cycle(), inspecting, inspectors)));
        shown.put("announcement", "announced");
        shown.put("documents", DOCUMENTS);
        List<Option> groups = groups(task);
        shown.put("scopeOptions", groups);
        shown.put("scope", groups.stream().map(Option::value).toList());
        return shown;
    }

    /** Whom the unit named when it acknowledged; where it named nobody, whoever may be sent. */
    private List<String> proposed(String cycle, String inspecting, List<Person> inspectors) {
        List<String> declared = selfAssessments
                .find(cycle, inspecting)
                .map(SelfAssessment::acknowledgement)
                .map(Acknowledgement::inspectors)
                .orElse(List.of());
        return inspectors.stream()
                .map(Person::id)
                .filter(id -> declared.isEmpty() || declared.contains(id))
                .toList();
    }

    /** By how the codes of a group begin: {@code CS-A}. */
    private List<Option> groups(FormTask task) {
        return checklists.of(task.cycle(), task.unit()).criteria().stream()
                .map(criterion -> new Option(
                        criterion.code().replaceFirst("\\d+$", ""),
                        "%s – %s. %s".formatted(criterion.set().title(), criterion.group(), criterion.groupName())))
                .distinct()
                .toList();
    }

    private static Option option(Person person) {
        return new Option(
                person.id(), person.position().isEmpty() ? person.name() : person.name() + " – " + person.position());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        VisitPlan plan = new VisitPlan(
                data.requiredDateTime("plannedAt"),
                data.text("place"),
                data.choices("participants"),
                data.text("announcement").equals("announced"),
                data.text("documents"),
                data.choices("scope"),
                data.text("transport"));
        return Outcome.of(
                scheduling.schedule(task.cycle(), task.unit(), task.text("inspecting"), plan, task.user()),
                Map.of("inspectDueOn", scheduling.sheetDueOn(task.cycle(), plan).toString()));
    }
}
