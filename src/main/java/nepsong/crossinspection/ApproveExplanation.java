package nepsong.crossinspection;

import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of the inspected unit answers for what the unit says about the inspection's scores, or gives it back. */
@Component
public class ApproveExplanation {

    private final Inspections inspections;
    private final InspectionLog log;

    ApproveExplanation(Inspections inspections, InspectionLog log) {
        this.inspections = inspections;
        this.log = log;
    }

    /** Why the person may not approve, in Vietnamese; empty when they may. To give it back is open to them all the same. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String cycle, String unit, String user) {
        return !user.isEmpty() && user.equals(inspections.get(cycle, unit).explainedBy())
                ? Optional.of("Người viết giải trình không được tự phê duyệt: cần một lãnh đạo khác của đơn vị")
                : Optional.empty();
    }

    @Transactional
    public List<Refusal> approve(String cycle, String unit, String user) {
        Optional<String> objection = objection(cycle, unit, user);
        if (objection.isPresent()) {
            return List.of(Refusal.of("decision", objection.get()));
        }
        log.explanationApproved(cycle, unit, user);
        return List.of();
    }

    /** The coordinator explains again within the same days. */
    @Transactional
    public void giveBack(String cycle, String unit, String reason) {
        log.explanationReturned(cycle, unit, reason);
    }
}
