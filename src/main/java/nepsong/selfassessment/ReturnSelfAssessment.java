package nepsong.selfassessment;

import java.util.List;
import nepsong.selfassessment.Returns.Returned;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of the unit gives the scorecard back to the coordinator, as often as it takes. */
@Component
public class ReturnSelfAssessment {

    private final Returns returns;

    ReturnSelfAssessment(Returns returns) {
        this.returns = returns;
    }

    @Transactional
    public void giveBack(String cycle, String unit, String user, String reason) {
        returns.add(cycle, unit, user, new Returned(Returned.Kind.RETURN, reason), List.of());
    }
}
