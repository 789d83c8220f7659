package nepsong.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What conferences gave units to do. */
public interface FollowUps {

    /**
     * One task for one unit.
     *
     * @param version of the report whose conference gave it
     * @param number  as {@link FollowUp#number}
     * @param dueOn   the last day for the first report
     */
    record Given(String id, String cycle, int version, int number, String unit, LocalDate dueOn) {

        public String code() {
            return FollowUp.code(number);
        }
    }

    /** @throws java.util.NoSuchElementException where there is none */
    FollowUp get(String id);

    /** Of one unit, in the order of the conference. */
    List<FollowUp> of(String cycle, String unit);

    void add(Collection<Given> given);

    /** As the next report; a user is the id of a person, here and below. */
    void report(FollowUp followUp, String result, LocalDate completedOn, String user);

    /** The last report is good. */
    void accept(FollowUp followUp, String user);

    /**
     * The last report is not good.
     *
     * @param dueOn the last day for the next report
     */
    void giveBack(FollowUp followUp, String reason, LocalDate dueOn, String user);

    /** @param dueOn the last day for the report that is awaited */
    void postpone(String id, LocalDate dueOn);
}
