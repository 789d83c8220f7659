package nepsong.directive.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Bloc;
import nepsong.directive.BlocProposal;
import nepsong.directive.Milestone;
import nepsong.directive.Plans;
import nepsong.directive.SetUpTeam;
import nepsong.directive.Team;
import nepsong.directive.TeamMember;
import nepsong.directive.WorkingGroup;
import nepsong.directive.WorkingGroup.Charge;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

@Component
class SetUpTeamForm implements TaskForm {

    private static final String DUTIES =
            "Kiểm tra, đánh giá việc thực hiện hai Quy tắc ứng xử tại các đơn vị theo kế hoạch; yêu cầu đơn vị cung cấp"
                    + " hồ sơ, minh chứng và giải trình; lập biên bản, tổng hợp kết quả, đề xuất xếp loại và kiến nghị"
                    + " khắc phục tồn tại, hạn chế; giữ bí mật thông tin của đơn vị được kiểm tra cho đến khi công bố.";

    private final Plans plans;
    private final BlocProposal blocs;
    private final People people;
    private final SetUpTeam setUp;
    private final Clock clock;

    SetUpTeamForm(Plans plans, BlocProposal blocs, People people, SetUpTeam setUp, Clock clock) {
        this.plans = plans;
        this.blocs = blocs;
        this.people = people;
        this.setUp = setUp;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "directive.set-up-team";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        List<Person> heads = people.inGroup(Groups.HEAD_OF_TEAM);
        List<Person> secretaries = people.inGroup(Groups.SECRETARIES);
        List<Person> members = people.inGroup(Groups.TEAM_MEMBERS);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("cycle", task.cycle());
        shown.put("headOptions", options(heads));
        heads.stream().findFirst().ifPresent(head -> shown.put("head", head.id()));
        shown.put(
                "deputyOptions",
                options(Stream.concat(people.inGroup(Groups.DEPARTMENT_LEADERS).stream(), members.stream())
                        .toList()));
        shown.put("secretaryOptions", options(secretaries));
        shown.put("secretaries", ids(secretaries));
        shown.put("memberOptions", options(members));
        shown.put("members", ids(members));
        List<Person> managers = people.inGroup(Groups.MANAGERS);
        shown.put(
                "observerOptions",
                options(Stream.concat(managers.stream(), members.stream()).toList()));
        shown.put(
                "seatOptions",
                options(Stream.of(heads, people.inGroup(Groups.DEPARTMENT_LEADERS), secretaries, members)
                        .flatMap(List::stream)
                        .toList()));
        shown.put(
                "blocOptions",
                blocs.propose(task.cycle()).stream()
                        .map(bloc -> new Option(bloc.code(), bloc.name()))
                        .toList());
        shown.put("memberDuties", List.of());
        shown.put("groups", List.of());
        shown.put("duties", DUTIES);
        shown.put("termFrom", LocalDate.now(clock));
        shown.put("termTo", lastDay(task.cycle()));
        shown.put("documentSymbol", "QĐ-SVHTT");
        return shown;
    }

    private LocalDate lastDay(String cycle) {
        LocalDate today = LocalDate.now(clock);
        return plans.get(cycle).milestones().stream()
                .map(Milestone::to)
                .filter(day -> day.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }

    private static List<Option> options(List<Person> people) {
        return people.stream()
                .map(person -> new Option(
                        person.id(),
                        Stream.of(person.name(), person.agency())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" – "))))
                .distinct()
                .toList();
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        List<String> deputies = data.choices("deputies");
        Map<String, String> duties = new LinkedHashMap<>();
        data.rows("memberDuties")
                .forEach(row -> duties.merge(row.text("member"), row.text("duty"), (one, more) -> one + "\n" + more));
        Team team = new Team(
                task.cycle(),
                data.text("head"),
                deputies,
                data.choices("secretaries"),
                data.choices("members").stream()
                        .filter(person -> !deputies.contains(person))
                        .map(person -> member(person, duties.getOrDefault(person, "")))
                        .toList(),
                data.choices("observers"),
                groups(task.cycle(), data.rows("groups")),
                data.text("duties"),
                data.requiredDate("termFrom"),
                data.requiredDate("termTo"),
                data.integer("documentNumber"),
                data.text("documentSymbol"),
                data.requiredDate("decidedOn"));
        return Outcome.of(setUp.setUp(team, duties.keySet(), task.user()), Map.of());
    }

    private List<WorkingGroup> groups(String cycle, List<FormData> rows) {
        List<Bloc> proposed = rows.isEmpty() ? List.of() : blocs.propose(cycle);
        return rows.stream()
                .map(row -> new WorkingGroup(
                        row.text("name"),
                        row.text("groupHead"),
                        row.choices("groupMembers"),
                        proposed.stream()
                                .filter(bloc -> row.choices("blocs").contains(bloc.code()))
                                .map(bloc -> new Charge(bloc.code(), bloc.name()))
                                .toList(),
                        row.text("scope")))
                .toList();
    }

    private TeamMember member(String person, String duty) {
        return new TeamMember(person, people.find(person).map(Person::agency).orElse(null), duty);
    }
}
