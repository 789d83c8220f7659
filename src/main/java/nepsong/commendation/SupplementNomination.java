package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unit adds what the appraisal missed. */
@Component
public class SupplementNomination {

    private final Nominations nominations;
    private final AwardAppraisals appraisals;
    private final Clock clock;

    SupplementNomination(Nominations nominations, AwardAppraisals appraisals, Clock clock) {
        this.nominations = nominations;
        this.appraisals = appraisals;
        this.clock = clock;
    }

    /** @param deedOn null leaves the day as it is */
    @Transactional
    public List<Refusal> supplement(String id, String achievement, @Nullable LocalDate deedOn, String note, String by) {
        if (deedOn != null && deedOn.isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("deedDate", "Ngày không được ở trong tương lai"));
        }
        LocalDate day = deedOn == null ? nominations.get(id).achievement().deedOn() : deedOn;
        nominations.describe(id, achievement, day);
        appraisals.note(id, note, by);
        return List.of();
    }
}
