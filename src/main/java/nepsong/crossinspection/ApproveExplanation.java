package nepsong.crossinspection;

import java.util.List;
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

    @Transactional
    public List<Refusal> approve(String cycle, String unit, String user) {
        if (!user.isEmpty() && user.equals(inspections.get(cycle, unit).explainedBy())) {
            return List.of(Refusal.of(
                    "decision", "Người viết giải trình không được tự phê duyệt: cần một lãnh đạo khác của đơn vị"));
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
