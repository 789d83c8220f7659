package nepsong.reminder;

import java.util.Optional;
import nepsong.organisation.Groups;

/** Somebody whom an overdue task is reported to. */
public enum Target {
    UNIT_HEAD,
    STANDING_OFFICE,
    HEAD_OF_TEAM,
    DEPARTMENT_LEADERS,
    AWARD_OFFICE;

    private static final String AT_A_UNIT = "(coordinator|inspector|head)At(\\w+)";

    /** Empty where the task is not a unit's and so has no head of a unit. */
    Optional<String> groupFor(OpenTask task) {
        return switch (this) {
            case UNIT_HEAD ->
                task.groups().stream()
                        .filter(group -> group.matches(AT_A_UNIT))
                        .map(group -> group.replaceFirst(AT_A_UNIT, "headAt$2"))
                        .findFirst();
            case STANDING_OFFICE -> Optional.of(Groups.STANDING_OFFICE);
            case HEAD_OF_TEAM -> Optional.of(Groups.HEAD_OF_TEAM);
            case DEPARTMENT_LEADERS -> Optional.of(Groups.DEPARTMENT_LEADERS);
            case AWARD_OFFICE -> Optional.of(Groups.AWARD_OFFICE);
        };
    }

    /** Who leads the people of a role; the leaders of the department lead themselves. */
    static String leaderOf(String group) {
        if (group.matches("(coordinator|inspector)At\\w+")) {
            return group.replaceFirst(AT_A_UNIT, "headAt$2");
        }
        return switch (group) {
            case Groups.SECRETARIES, Groups.TEAM_MEMBERS, Groups.APPRAISERS, Groups.STANDING_OFFICE ->
                Groups.HEAD_OF_TEAM;
            case Groups.HEAD_OF_TEAM, Groups.DEPARTMENT_LEADERS, Groups.CITY_LEADERS -> Groups.DEPARTMENT_LEADERS;
            default -> Groups.STANDING_OFFICE;
        };
    }
}
