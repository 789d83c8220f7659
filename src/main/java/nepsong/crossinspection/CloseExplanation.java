package nepsong.crossinspection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The unit let the time for its explanation, or its head that for the approval, pass: it counts as having agreed. */
@Component
public class CloseExplanation {

    private final CrossScores crossScores;
    private final InspectionLog log;

    CloseExplanation(CrossScores crossScores, InspectionLog log) {
        this.crossScores = crossScores;
        this.log = log;
    }

    @Transactional
    public void close(String cycle, String unit) {
        crossScores.agreeToAll(cycle, unit);
        log.explanationClosed(cycle, unit);
    }
}
