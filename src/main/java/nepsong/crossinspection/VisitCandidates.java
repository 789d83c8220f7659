package nepsong.crossinspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.cycle.Refusal;
import nepsong.directive.SeatedMembers;
import nepsong.directive.Team;
import nepsong.directive.Teams;
import nepsong.directive.WorkingGroup;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/** Who may be sent to a visit: officers of the inspecting unit and members of the team, and one of the team to watch it. */
@Component
public class VisitCandidates {

    private final People people;
    private final SeatedMembers members;
    private final Teams teams;
    private final Supervisions supervisions;
    private final VisitClashes clashes;

    VisitCandidates(
            People people, SeatedMembers members, Teams teams, Supervisions supervisions, VisitClashes clashes) {
        this.people = people;
        this.members = members;
        this.teams = teams;
        this.supervisions = supervisions;
        this.clashes = clashes;
    }

    public List<Person> officers(String inspecting) {
        return people.inGroup(Groups.inspectorAt(inspecting));
    }

    public List<Person> participants(String cycle, String inspecting) {
        return Stream.concat(officers(inspecting).stream(), members.of(cycle).stream())
                .distinct()
                .toList();
    }

    /** Nobody of the two units; first the group that looks after the visit, then the team's observers, then its members. */
    public List<Person> observers(String cycle, String unit, String inspecting) {
        Stream<String> ofGroup = supervisions.of(cycle, unit).stream().flatMap(WorkingGroup::people);
        Stream<String> ofTeam = teams.find(cycle).map(Team::observers).orElse(List.of()).stream();
        return Stream.concat(
                        Stream.concat(ofGroup, ofTeam).map(people::find).flatMap(Optional::stream),
                        members.of(cycle).stream())
                .distinct()
                .filter(person -> !people.worksFor(person.id(), unit) && !people.worksFor(person.id(), inspecting))
                .toList();
    }

    /** The first who has time on that day, of the group that looks after the visit, or else of the team's observers. */
    public Optional<String> observer(String cycle, String unit, String inspecting, LocalDate day) {
        List<String> asked = supervisions
                .of(cycle, unit)
                .map(group -> group.people().toList())
                .or(() -> teams.find(cycle).map(Team::observers))
                .orElse(List.of());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<String> possible = observers(cycle, unit, inspecting).stream()
                .map(Person::id)
                .filter(asked::contains)
                .toList();
        return clashes.free(cycle, unit, day, possible).stream().findFirst();
    }

    /** Whoever was to come already may stay. */
    List<Refusal> check(Inspection planned, Visitors before, Visitors wanted) {
        Set<String> known = Stream.concat(
                        participants(planned.cycle(), planned.inspecting()).stream()
                                .map(Person::id),
                        before.participants().stream())
                .collect(Collectors.toSet());
        String observer = wanted.observer();
        if (wanted.participants().isEmpty()) {
            return List.of(Refusal.of("participants", "“Thành phần kiểm tra” phải có ít nhất một người"));
        }
        if (!known.containsAll(wanted.participants())) {
            return List.of(Refusal.of(
                    "participants",
                    "“Thành phần kiểm tra” chỉ gồm cán bộ của đơn vị kiểm tra và thành viên Đoàn kiểm tra"));
        }
        return observer == null
                        || observer.equals(before.observer())
                        || observers(planned.cycle(), planned.unit(), planned.inspecting()).stream()
                                .anyMatch(person -> person.id().equals(observer))
                ? List.of()
                : List.of(Refusal.of(
                        "observer", "“Người giám sát” phải là người của Đoàn kiểm tra, không thuộc hai đơn vị"));
    }
}
