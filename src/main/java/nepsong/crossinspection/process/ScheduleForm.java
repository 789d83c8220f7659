package nepsong.crossinspection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nepsong.crossinspection.ScheduleVisit;
import nepsong.crossinspection.VisitPlan;
import nepsong.crossinspection.VisitPlanPolicy;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessment;
import nepsong.selfassessment.SelfAssessments;
import org.springframework.stereotype.Component;

@Component
class ScheduleForm implements TaskForm {

    private static final String DOCUMENTS =
            "Kế hoạch, báo cáo thực hiện hai Quy tắc ứng xử; bản cam kết của cán bộ, công chức, viên chức; "
                    + "hồ sơ tuyên truyền, tự kiểm tra; minh chứng của từng tiêu chí đã tự chấm.";

    private final ScheduleVisit scheduling;
    private final People people;
    private final SelfAssessments selfAssessments;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ScheduleForm(
            ScheduleVisit scheduling,
            People people,
            SelfAssessments selfAssessments,
            Cycles cycles,
            WorkingCalendar calendar,
            Clock clock) {
        this.scheduling = scheduling;
        this.people = people;
        this.selfAssessments = selfAssessments;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "cross-inspection.schedule";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        String inspecting = task.text("inspecting");
        List<Person> inspectors = people.inGroup(Groups.inspectorAt(inspecting));
        List<String> declared = selfAssessments
                .find(task.cycle(), inspecting)
                .map(SelfAssessment::acknowledgement)
                .map(Acknowledgement::inspectors)
                .orElse(List.of());
        List<String> proposed = inspectors.stream()
                .map(Person::id)
                .filter(id -> declared.isEmpty() || declared.contains(id))
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put("plannedAt", new VisitPlanPolicy(calendar).proposed(LocalDate.now(clock)));
        shown.put("place", "Trụ sở " + task.text("unitName"));
        shown.put(
                "participantOptions",
                Stream.concat(inspectors.stream(), people.inGroup(Groups.TEAM_MEMBERS).stream())
                        .distinct()
                        .map(ScheduleForm::option)
                        .toList());
        shown.put("participants", proposed);
        shown.put("announcement", "announced");
        shown.put("documents", DOCUMENTS);
        return shown;
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
                data.text("documents"));
        LocalDate due = calendar.plus(
                plan.plannedAt().toLocalDate(), cycles.workingDays(task.cycle(), "cross-inspection.inspect"));
        return Outcome.of(
                scheduling.schedule(task.cycle(), task.unit(), task.text("inspecting"), plan, task.user()),
                Map.of("inspectDueOn", due.toString()));
    }
}
