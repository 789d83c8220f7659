package nepsong.commendation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every appraisal of a nomination, and what was noted between them. */
public interface AwardAppraisals {

    /**
     * One line of an earlier appraisal.
     *
     * @param reason a Vietnamese sentence
     */
    record Line(
            int round,
            Eligibility eligibility,
            String reason,
            FoundFacts facts,
            @Nullable String remark,
            Instant appraisedAt) {}

    /** Oldest first. */
    List<Line> of(String nomination);

    Optional<Line> last(String nomination);

    void add(AwardAppraisal appraisal, String by);

    /** Oldest first. */
    List<String> notes(String nomination);

    void note(String nomination, String text, String by);
}
