package nepsong.privacy;

import java.util.List;

/** What somebody still holds in work that is not over. */
interface Obstacles {

    /** Names of open tasks that the person holds, the first due first. */
    List<String> tasksOf(String login);

    /** Codes of the cycles that are neither finished nor withdrawn, the newest first. */
    List<String> runningCycles();

    /** Running cycles in which the column names the person. */
    List<String> cyclesNaming(PersonalColumn column, String login);
}
