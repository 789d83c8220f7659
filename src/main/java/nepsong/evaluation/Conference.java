package nepsong.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The conference that looks back on a cycle and draws the lessons. */
public record Conference(Instant startsAt, String place, String chair, List<Guest> guests) {

    public Conference {
        guests = List.copyOf(guests);
    }

    public record Guest(String name, String agency, boolean present) {}

    public record Speech(String speaker, String summary) {}

    /** @param unit name of the unit that is to do it */
    public record FollowUp(String task, String unit, LocalDate dueOn) {}

    /** What came of it. */
    public record Minutes(
            List<Guest> guests, List<Speech> speeches, String text, String conclusion, List<FollowUp> followUps) {

        public Minutes {
            guests = List.copyOf(guests);
            speeches = List.copyOf(speeches);
            followUps = List.copyOf(followUps);
        }
    }
}
