package nepsong.commendation;

import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The award office notes how far the matter is for which a nomination is held. */
@Component
public class RecheckNomination {

    private final AwardAppraisals appraisals;

    RecheckNomination(AwardAppraisals appraisals) {
        this.appraisals = appraisals;
    }

    @Transactional
    public List<Refusal> recheck(String nomination, String note, String by) {
        appraisals.note(nomination, note, by);
        return List.of();
    }
}
