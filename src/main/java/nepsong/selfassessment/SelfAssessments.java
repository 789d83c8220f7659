package nepsong.selfassessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units' self-assessments. A user is the id of a person, or empty when the system acted. */
public interface SelfAssessments {

    Optional<SelfAssessment> find(String cycle, String unit);

    /** @throws java.util.NoSuchElementException where the unit was not called in */
    SelfAssessment get(String cycle, String unit);

    /** Ordered by unit. */
    List<SelfAssessment> of(String cycle);

    /** What the unit said when it took up the cycle; empty until it has. */
    Optional<Acknowledgement> acknowledgement(String cycle, String unit);

    /** By unit and ordered by it, of those that have taken up the cycle. */
    Map<String, Acknowledgement> acknowledgements(String cycle);

    void open(String cycle, String unit);

    void acknowledge(String cycle, String unit, String user, Acknowledgement said, LocalDate dueOn);

    /** More time was granted to the unit. */
    void postpone(String cycle, String unit, LocalDate dueOn);

    void scored(String cycle, String unit, String user);

    void approve(String cycle, String unit, String user, int lateDays);

    void supplemented(String cycle, String unit);

    /** @param naApproved whether the secretary let more points be left out than the rule allows */
    void complete(String cycle, String unit, String user, boolean naApproved);

    void closeWithoutSubmission(String cycle, String unit);

    /** The id as it is stored: null when the system acted. */
    static @Nullable String person(String user) {
        return user.isEmpty() ? null : user;
    }
}
