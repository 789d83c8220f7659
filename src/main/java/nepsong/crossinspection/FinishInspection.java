package nepsong.crossinspection;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every criterion gets its final score: what was settled, else what was answered, else the cross-score. */
@Component
public class FinishInspection {

    private final CrossScores crossScores;
    private final InspectionLog log;

    FinishInspection(CrossScores crossScores, InspectionLog log) {
        this.crossScores = crossScores;
        this.log = log;
    }

    @Transactional
    public void finish(String cycle, String unit) {
        crossScores.writeFinal(cycle, unit);
        log.finish(cycle, unit);
    }
}
