package nepsong.reminder;

import java.util.Set;
import nepsong.organisation.Groups;

/**
 * Who grants more time: the head of team; for what a conference gave a unit to do the standing office, which accepts what
 * is reported, because the team's term may be over by then.
 */
public final class GrantorPolicy {

    /** All groups that grant more time for something. */
    public static final Set<String> GROUPS = Set.of(Groups.HEAD_OF_TEAM, Groups.STANDING_OFFICE);

    private static final String OF_A_CONFERENCE = "follow-up.report";

    private GrantorPolicy() {}

    /** @param step id of the task's form */
    public static String groupFor(String step) {
        return step.equals(OF_A_CONFERENCE) ? Groups.STANDING_OFFICE : Groups.HEAD_OF_TEAM;
    }
}
