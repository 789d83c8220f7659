package nepsong.progress.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.directive.Team;
import nepsong.directive.Teams;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who is in the inspection team of a cycle, by name. */
@Component
class TeamModel {

    private static final Set<String> ROLES = Set.of(
            Groups.HEAD_OF_TEAM, Groups.DEPARTMENT_LEADERS, Groups.SECRETARIES, Groups.TEAM_MEMBERS, Groups.MANAGERS);

    private final Teams teams;
    private final People people;

    TeamModel(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    /** @param people by name, with the agency that they speak for */
    public record Seat(String role, List<String> people) {}

    public record Group(String name, String head, List<String> members, String area) {}

    /** Nothing is shown until the team is set up. */
    void fill(String cycle, Model model) {
        teams.find(cycle).ifPresent(team -> {
            Map<String, String> names = names();
            model.addAttribute("team", team);
            model.addAttribute("seats", seats(team, names));
            model.addAttribute(
                    "groups",
                    team.groups().stream()
                            .map(group -> new Group(
                                    group.name(),
                                    name(group.head(), names),
                                    named(group.members(), names),
                                    group.area().isEmpty() ? "mọi khối" : group.area()))
                            .toList());
        });
    }

    private List<Seat> seats(Team team, Map<String, String> names) {
        List<String> members = team.members().stream()
                .map(member -> Stream.of(name(member.person(), names), member.agency(), member.duty())
                        .filter(part -> part != null && !part.isEmpty())
                        .collect(Collectors.joining(" – ")))
                .toList();
        return Stream.of(
                        new Seat("Trưởng đoàn", named(List.of(team.head()), names)),
                        new Seat("Phó trưởng đoàn", named(team.deputies(), names)),
                        new Seat("Thư ký", named(team.secretaries(), names)),
                        new Seat("Thành viên", members),
                        new Seat("Quan sát viên", named(team.observers(), names)))
                .filter(seat -> !seat.people().isEmpty())
                .toList();
    }

    private List<String> named(Collection<String> ids, Map<String, String> names) {
        return ids.stream().map(id -> name(id, names)).toList();
    }

    /** Whoever has lost the role since is looked for by themselves. */
    private String name(String id, Map<String, String> names) {
        return names.computeIfAbsent(
                id, one -> people.find(one).map(Person::name).orElse(one));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        people.inGroups(ROLES).values().stream()
                .flatMap(List::stream)
                .forEach(person -> names.put(person.id(), person.name()));
        return names;
    }
}
