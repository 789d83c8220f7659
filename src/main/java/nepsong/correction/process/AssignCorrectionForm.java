package nepsong.correction.process;

import java.util.Map;
import nepsong.correction.AssignCorrection;
import nepsong.correction.Assignment;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class AssignCorrectionForm implements TaskForm {

    private final AssignCorrection assignment;
    private final Findings findings;
    private final FindingPhotos photos;

    AssignCorrectionForm(AssignCorrection assignment, Findings findings, FindingPhotos photos) {
        this.assignment = assignment;
        this.findings = findings;
        this.photos = photos;
    }

    @Override
    public String key() {
        return "correction.assign-correction";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        return FindingView.of(task, findings.get(task.text(CorrectionProcess.FINDING)), photos);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(
                assignment.assign(
                        task.text(CorrectionProcess.FINDING),
                        task.user(),
                        new Assignment(
                                data.text("place"),
                                data.text("description"),
                                data.text("responsible"),
                                data.textOrNull("photo"))),
                Map.of());
    }
}
