package nepsong.organisation;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The roles, as the groups that tasks are offered to. */
public final class Groups {

    public static final String ADMINISTRATORS = "camunda-admin";
    public static final String STANDING_OFFICE = "standingOffice";
    public static final String DEPARTMENT_LEADERS = "departmentLeaders";
    public static final String CITY_LEADERS = "cityLeaders";
    public static final String HEAD_OF_TEAM = "headOfTeam";
    public static final String SECRETARIES = "secretaries";
    public static final String TEAM_MEMBERS = "teamMembers";
    public static final String APPRAISERS = "appraisers";
    public static final String AWARD_OFFICE = "awardOffice";
    public static final String COUNCIL = "council";
    public static final String MANAGERS = "managers";

    /** Those who work for the whole city, in the order of a cycle; administrators have no business in it. */
    public static final List<String> CITYWIDE = List.of(
            STANDING_OFFICE,
            DEPARTMENT_LEADERS,
            CITY_LEADERS,
            HEAD_OF_TEAM,
            SECRETARIES,
            TEAM_MEMBERS,
            APPRAISERS,
            AWARD_OFFICE,
            COUNCIL,
            MANAGERS);

    /** Those who see all units of a cycle at once: how far each has come, and who inspects whom. */
    public static final List<String> WATCHERS =
            List.of(MANAGERS, STANDING_OFFICE, SECRETARIES, HEAD_OF_TEAM, DEPARTMENT_LEADERS);

    private static final Pattern AT_A_UNIT = Pattern.compile("(coordinator|head|inspector)At\\w+");

    private Groups() {}

    public static String coordinatorAt(String unitCode) {
        return "coordinatorAt" + Unit.keyOf(unitCode);
    }

    public static String headAt(String unitCode) {
        return "headAt" + Unit.keyOf(unitCode);
    }

    public static String inspectorAt(String unitCode) {
        return "inspectorAt" + Unit.keyOf(unitCode);
    }

    /** @param groups of one person; whether one of them is a role at the unit */
    public static boolean areAt(String unitCode, Collection<String> groups) {
        return groups.contains(coordinatorAt(unitCode))
                || groups.contains(headAt(unitCode))
                || groups.contains(inspectorAt(unitCode));
    }

    /** @param groups of one person; whether any of them works in cycles: administrators and people without a role do not */
    public static boolean areAtWork(Collection<String> groups) {
        return groups.stream()
                .anyMatch(group ->
                        CITYWIDE.contains(group) || AT_A_UNIT.matcher(group).matches());
    }
}
