package nepsong.crossinspection.process;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.crossinspection.ScheduleVisit;
import nepsong.crossinspection.Supervisions;
import nepsong.crossinspection.VisitCandidates;
import nepsong.crossinspection.VisitPlan;
import nepsong.crossinspection.Visitors;
import nepsong.cycle.Refusal;
import nepsong.directive.WorkingGroup;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.selfassessment.Acknowledgement;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

@Component
class ScheduleForm implements TaskForm {

    private static final String DOCUMENTS =
            "Kế hoạch, báo cáo thực hiện hai Quy tắc ứng xử; bản cam kết của cán bộ, công chức, viên chức; "
                    + "hồ sơ tuyên truyền, tự kiểm tra; minh chứng của từng tiêu chí đã tự chấm.";

    private final ScheduleVisit scheduling;
    private final VisitCandidates candidates;
    private final Supervisions supervisions;
    private final People people;
    private final SelfAssessments selfAssessments;
    private final UnitChecklists checklists;

    ScheduleForm(
            ScheduleVisit scheduling,
            VisitCandidates candidates,
            Supervisions supervisions,
            People people,
            SelfAssessments selfAssessments,
            UnitChecklists checklists) {
        this.scheduling = scheduling;
        this.candidates = candidates;
        this.supervisions = supervisions;
        this.people = people;
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
        List<Person> inspectors = candidates.officers(inspecting);
        SingletonSupplier<LocalDateTime> time =
                SingletonSupplier.of(() -> scheduling.proposed(task.cycle(), task.bloc(), task.unit(), inspecting));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put("plannedAt", unlessSent(time::obtain));
        shown.put("place", "Trụ sở " + task.text("unitName"));
        shown.put(
                "participantOptions",
                candidates.participants(task.cycle(), inspecting).stream()
                        .map(ScheduleForm::option)
                        .toList());
        shown.put("participants", unlessSent(() -> named(task.cycle(), inspecting, inspectors)));
        shown.put(
                "observerOptions",
                candidates.observers(task.cycle(), task.unit(), inspecting).stream()
                        .map(ScheduleForm::option)
                        .toList());
        shown.put("observer", unlessSent(() -> candidates
                .observer(task.cycle(), task.unit(), inspecting, time.obtain().toLocalDate())
                .orElse("")));
        shown.put("announcement", "announced");
        shown.put("documents", DOCUMENTS);
        List<Option> groups = groups(task);
        shown.put("scopeOptions", groups);
        shown.put("scope", groups.stream().map(Option::value).toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return Map.of(
                "workingGroup",
                supervisions.of(task.cycle(), task.unit()).map(this::described).orElse("Đoàn chưa chia tổ công tác"));
    }

    private String described(WorkingGroup group) {
        return "%s (tổ trưởng %s)"
                .formatted(
                        group.name(),
                        people.find(group.head()).map(Person::name).orElse(group.head()));
    }

    /** Whom the unit named when it acknowledged; where it named nobody, whoever may be sent. */
    private List<String> named(String cycle, String inspecting, List<Person> inspectors) {
        List<String> declared = selfAssessments
                .acknowledgement(cycle, inspecting)
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
                        criterion.groupCode(),
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
                new Visitors(data.choices("participants"), data.textOrNull("observer")),
                data.text("announcement").equals("announced"),
                data.text("documents"),
                data.choices("scope"),
                data.text("transport"));
        List<Refusal> refusals =
                scheduling.schedule(task.cycle(), task.unit(), task.text("inspecting"), plan, task.user());
        // Of a day that was refused nothing is counted: it may lie beyond the calendar's last year.
        return refusals.isEmpty()
                ? Outcome.accepted(Map.of(
                        "inspectDueOn",
                        scheduling.sheetDueOn(task.cycle(), plan).toString()))
                : Outcome.refused(refusals);
    }
}
