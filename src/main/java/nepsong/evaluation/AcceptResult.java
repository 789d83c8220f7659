package nepsong.evaluation;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of a unit agrees with its result. */
@Component
public class AcceptResult {

    private final Appeals appeals;

    AcceptResult(Appeals appeals) {
        this.appeals = appeals;
    }

    @Transactional
    public void accept(String cycle, String unit, String user) {
        appeals.accept(cycle, unit, user);
    }
}
