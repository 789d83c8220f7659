package nepsong.correction.process;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.catalogue.Checklists;
import nepsong.correction.AssignCorrection;
import nepsong.correction.Assignment;
import nepsong.correction.Finding;
import nepsong.correction.FindingOptions;
import nepsong.correction.FindingPhotos;
import nepsong.correction.Findings;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class AssignCorrectionForm implements TaskForm {

    private final AssignCorrection assignment;
    private final Findings findings;
    private final FindingPhotos photos;
    private final Cycles cycles;
    private final Checklists checklists;

    AssignCorrectionForm(
            AssignCorrection assignment,
            Findings findings,
            FindingPhotos photos,
            Cycles cycles,
            Checklists checklists) {
        this.assignment = assignment;
        this.findings = findings;
        this.photos = photos;
        this.cycles = cycles;
        this.checklists = checklists;
    }

    @Override
    public String key() {
        return "correction.assign-correction";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Finding finding = findings.get(task.text(CorrectionProcess.FINDING));
        Map<String, Object> shown = FindingView.of(task, finding);
        shown.put("correctBy", FindingView.day(assignment.dueOn(finding.terms())));
        shown.put("type", finding.type().name());
        shown.put("severity", finding.severity().name());
        if (finding.criterion() != null) {
            shown.put("criterion", finding.criterion());
        }
        shown.put("typeOptions", options(FindingOptions.TYPES));
        shown.put("severityOptions", options(FindingOptions.SEVERITIES));
        shown.put("criterionOptions", criteria(finding));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        return FindingView.photos(findings.get(task.text(CorrectionProcess.FINDING)), photos);
    }

    private static List<Option> options(List<FindingOptions.Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
    }

    /** Those of the cycle; the one that the inspectors named is always among them. */
    private List<Option> criteria(Finding finding) {
        Integer version = cycles.get(finding.cycle()).checklistVersion();
        Map<String, Option> options = new LinkedHashMap<>();
        if (finding.criterion() != null) {
            options.put(finding.criterion(), new Option(finding.criterion(), finding.criterion()));
        }
        if (version != null) {
            checklists
                    .version(version)
                    .criteria()
                    .forEach(one -> options.put(one.code(), new Option(one.code(), one.code() + " " + one.text())));
        }
        return List.copyOf(options.values());
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        AssignCorrection.Assigned assigned = assignment.assign(
                task.text(CorrectionProcess.FINDING),
                task.user(),
                new Assignment(
                        data.text("type"),
                        data.text("severity"),
                        data.textOrNull("criterion"),
                        data.text("place"),
                        data.text("description"),
                        data.text("responsible"),
                        data.textOrNull("photo")));
        LocalDate dueOn = assigned.dueOn();
        return dueOn == null
                ? Outcome.refused(assigned.refusals())
                : Outcome.accepted(Map.of(CorrectionProcess.REPORT_DUE_ON, dueOn.toString()));
    }
}
