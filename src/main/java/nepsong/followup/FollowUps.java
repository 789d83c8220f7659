package nepsong.followup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What conferences gave units to do. */
public interface FollowUps {

    /** @param version of the report whose conference gave it */
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

    void report(FollowUp followUp, String result, LocalDate completedOn, String user);

    void accept(FollowUp followUp, String user);

    /** @param dueOn the last day for the next report */
    void giveBack(FollowUp followUp, String reason, LocalDate dueOn, String user);

    void postpone(String id, LocalDate dueOn);
}
