package nepsong;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nepsong.directive.Team;
import nepsong.directive.TeamMember;
import nepsong.directive.Teams;
import nepsong.directive.WorkingGroup;

/** Who sits in the inspection team of a cycle that begins without a directive. */
public final class Seats {

    private Seats() {}

    public static void give(Teams teams, String cycle, LocalDate today, String... members) {
        give(teams, cycle, today, List.of(), members);
    }

    /** A team that works in groups. */
    public static void give(Teams teams, String cycle, LocalDate today, List<WorkingGroup> groups, String... members) {
        teams.add(
                new Team(
                        cycle,
                        "headOfTeam",
                        List.of(),
                        List.of("secretary"),
                        Arrays.stream(members)
                                .map(member -> new TeamMember(member, null))
                                .toList(),
                        List.of(),
                        groups,
                        "Kiểm tra theo kế hoạch",
                        today,
                        today.plusYears(1),
                        31,
                        "QĐ-SVHTT",
                        today),
                "office");
    }
}
