package nepsong.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nepsong.directive.JdbcTeams.Seat;
import nepsong.directive.WorkingGroup.Charge;
import org.springframework.jdbc.core.JdbcOperations;

/** How the working groups of a team are stored, which are read with its seats in one statement. */
final class WorkingGroupRows {

    /** No seats: the head of a group, whoever else is in it, and the blocs that it looks after. */
    private static final String GROUP = "GROUP";

    private static final String IN_GROUP = "IN_GROUP";
    private static final String BLOC = "BLOC";

    private WorkingGroupRows() {}

    /** @param seats of each group after its head */
    static List<WorkingGroup> read(List<Seat> seats) {
        List<WorkingGroup> groups = new ArrayList<>();
        for (Seat seat : seats) {
            String name = Objects.requireNonNullElse(seat.name(), "");
            switch (seat.role()) {
                case GROUP ->
                    groups.add(new WorkingGroup(
                            name, seat.person(), List.of(), Objects.requireNonNullElse(seat.scope(), "")));
                case IN_GROUP -> groups.add(groups.remove(groups.size() - 1).with(seat.person()));
                case BLOC -> groups.add(groups.remove(groups.size() - 1).with(new Charge(seat.person(), name)));
                default -> {}
            }
        }
        return groups;
    }

    static void write(Team team, JdbcOperations batches) {
        List<Object[]> groups = new ArrayList<>();
        List<Object[]> members = new ArrayList<>();
        List<Object[]> blocs = new ArrayList<>();
        for (WorkingGroup group : team.groups()) {
            for (String person : group.members()) {
                members.add(new Object[] {team.cycle(), groups.size(), person, members.size()});
            }
            for (Charge one : group.blocs()) {
                blocs.add(new Object[] {team.cycle(), groups.size(), one.bloc(), one.name(), blocs.size()});
            }
            groups.add(new Object[] {team.cycle(), groups.size(), group.name(), group.head(), group.scope()});
        }
        batches.batchUpdate(
                "insert into team_groups (cycle, position, name, head, scope) values (?, ?, ?, ?, ?)", groups);
        batches.batchUpdate(
                "insert into team_group_members (cycle, team_group, person, position) values (?, ?, ?, ?)", members);
        batches.batchUpdate(
                "insert into team_group_blocs (cycle, team_group, bloc, name, position) values (?, ?, ?, ?, ?)", blocs);
    }
}
