package nepsong.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nepsong.organisation.Unit;
import org.jspecify.annotations.Nullable;

/** The conference that looks back on a cycle and draws the lessons. */
public record Conference(Instant startsAt, String place, String chair, String programme, List<Guest> guests) {

    public Conference {
        guests = List.copyOf(guests);
    }

    /** Ids of those who are invited by mail. */
    List<String> invited() {
        return guests.stream()
                .map(Guest::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** @param person id of whoever is invited by mail; null for guests without a login, and in the minutes */
    public record Guest(String name, String agency, @Nullable String person, boolean present) {}

    /**
     * @param proposal what the speaker wants changed in the report; may be empty
     * @param section  and {@code kind}: of what is proposed, as of a {@link Remark}; empty where nothing is
     * @param reason   why; may be empty
     * @param answer   what the conference says to it; may be empty
     */
    public record Speech(
            String speaker,
            String summary,
            String proposal,
            String section,
            String kind,
            String reason,
            String answer) {}

    /**
     * @param unit name of who is to do it, as the conference said it; {@link #EVERYBODY} for all units
     * @param code of that unit, whatever its name is by now; null for all units, and for who is no unit
     */
    public record FollowUp(String task, String unit, @Nullable String code, LocalDate dueOn) {

        public static final String EVERYBODY = "Tất cả các đơn vị";

        public boolean concerns(Unit one) {
            return unit.equals(EVERYBODY) || one.code().equals(code);
        }
    }

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
