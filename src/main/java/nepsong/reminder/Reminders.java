package nepsong.reminder;

import java.util.Map;
import java.util.Set;

/** Of which steps people are reminded beside the days on which they are reminded of every step. */
interface Reminders {

    /** Working days that are left, by step. */
    Map<String, Set<Integer>> beside();
}
