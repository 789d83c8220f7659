package nepsong.correction;

import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary words a finding for the unit and says who is to mend it. */
@Component
public class AssignCorrection {

    private final Findings findings;

    AssignCorrection(Findings findings) {
        this.findings = findings;
    }

    @Transactional
    public List<Refusal> assign(String finding, String user, Assignment assignment) {
        if (findings.get(finding).terms().photoBefore() && assignment.photo() == null) {
            return List.of(Refusal.of("photo", "Loại tồn tại này cần ảnh hiện trạng: hãy ghi số hoặc trang ảnh"));
        }
        findings.assign(finding, user, assignment);
        return List.of();
    }
}
