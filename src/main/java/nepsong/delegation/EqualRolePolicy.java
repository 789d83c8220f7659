package nepsong.delegation;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.Groups;

/**
 * Who is of equal role: leaders of the department and of the team; the standing office and the team's secretaries; the
 * two officers of one unit, its coordinator and its inspector; otherwise those of the same role. Never somebody of
 * another unit, and never the one who approves what the other has done.
 */
final class EqualRolePolicy {

    private static final String AT_A_UNIT = "(coordinator|inspector)At(\\w+)";
    private static final Set<Set<String>> EQUALS = Set.of(
            Set.of(Groups.DEPARTMENT_LEADERS, Groups.HEAD_OF_TEAM), Set.of(Groups.STANDING_OFFICE, Groups.SECRETARIES));
    private static final Set<String> ROLES =
            Set.of(Groups.CITY_LEADERS, Groups.TEAM_MEMBERS, Groups.APPRAISERS, Groups.AWARD_OFFICE, Groups.COUNCIL);

    private EqualRolePolicy() {}

    /** Every role of the one is matched by a role of the other; who has no role has nothing to hand over. */
    static boolean areEqual(Collection<String> principal, Collection<String> substitute) {
        Set<Set<String>> wanted = roles(principal);
        return !wanted.isEmpty() && roles(substitute).containsAll(wanted);
    }

    /** The groups among which a substitute is to be looked for. */
    static Set<String> equalGroups(Collection<String> principal) {
        return roles(principal).stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Set<String>> roles(Collection<String> groups) {
        return groups.stream().flatMap(EqualRolePolicy::role).collect(Collectors.toSet());
    }

    private static Stream<Set<String>> role(String group) {
        if (group.matches(AT_A_UNIT)) {
            return Stream.of(Set.of(
                    group.replaceFirst(AT_A_UNIT, "coordinatorAt$2"), group.replaceFirst(AT_A_UNIT, "inspectorAt$2")));
        }
        if (ROLES.contains(group) || group.matches("headAt\\w+")) {
            return Stream.of(Set.of(group));
        }
        return EQUALS.stream().filter(equal -> equal.contains(group));
    }
}
