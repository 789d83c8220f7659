package nepsong.crossinspection.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.correction.FindingOptions;
import nepsong.correction.Findings;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.InspectionLog;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.RecordVisit;
import nepsong.crossinspection.VisitReport;
import nepsong.engine.AssignedTask;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class InspectForm implements TaskForm, DeadlineFollower {

    private static final int USUAL_HOURS = 2;
    private static final int QUARTER = 15;

    private final RecordVisit recording;
    private final Inspections inspections;
    private final InspectionLog log;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;
    private final Findings recorded;
    private final Clock clock;

    InspectForm(
            RecordVisit recording,
            Inspections inspections,
            InspectionLog log,
            Scorecards scorecards,
            Reflections reflections,
            UnitChecklists checklists,
            EvidencePieces evidence,
            Findings recorded,
            Clock clock) {
        this.recording = recording;
        this.inspections = inspections;
        this.log = log;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.evidence = evidence;
        this.recorded = recorded;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "cross-inspection.inspect";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        UnitChecklist checklist = checklists.of(task.cycle(), task.unit());
        List<ScorecardRow> scorecard = scorecards.of(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("visitStart", unlessSent(() -> begun(task)));
        shown.put("visitEnd", unlessSent(() -> begun(task).plusHours(USUAL_HOURS)));
        shown.put(
                "criteria",
                scorecard.stream()
                        .map(row -> SheetRows.row(checklist.get(row.criterion()), row))
                        .toList());
        shown.put("naRules", ScorecardCatalogue.naRules(checklist, scorecard));
        shown.put("rooms", List.of(Map.of("name", unlessSent(() -> inspections
                .get(task.cycle(), task.unit())
                .place()))));
        shown.put("findings", List.of());
        shown.put("lastFinding", recorded.lastNumber(task.cycle(), task.unit()));
        shown.put("typeOptions", options(FindingOptions.TYPES));
        shown.put("severityOptions", options(FindingOptions.SEVERITIES));
        shown.put(
                "criterionOptions",
                checklist.criteria().stream()
                        .map(criterion -> new Option(criterion.code(), criterion.code() + " " + criterion.text()))
                        .toList());
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Inspection inspection = inspections.get(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>(Map.of(
                "unitName",
                task.text("unitName"),
                "inspectingName",
                task.text("inspectingName"),
                "plannedText",
                Words.time(inspection.plannedAt()) + ", tại " + inspection.place(),
                "visitPast",
                inspection.plannedAt().isBefore(LocalDateTime.now(clock)),
                "visitPath",
                task.cycle() + "/" + task.unit(),
                "sheetDue",
                Words.day(inspection.dueOn()),
                "catalogue",
                ScorecardCatalogue.of(
                        checklists.of(task.cycle(), task.unit()),
                        scorecards.of(task.cycle(), task.unit()),
                        pieces(task, EvidenceKind.SELF_ASSESSMENT),
                        pieces(task, EvidenceKind.VISIT))));
        shown.putAll(SheetRows.said(reflections.of(task.cycle(), task.unit())));
        return shown;
    }

    /** As it was planned, where that lies behind: whoever hands the sheet in days later was not there just now. */
    private LocalDateTime begun(FormTask task) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime latest = now.minusMinutes(now.getMinute() % QUARTER).minusHours(USUAL_HOURS);
        LocalDateTime planned = inspections.get(task.cycle(), task.unit()).plannedAt();
        return planned.isBefore(latest) ? planned : latest;
    }

    private FiledPieces pieces(FormTask task, EvidenceKind kind) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(kind)));
    }

    private static List<Option> options(List<FindingOptions.Choice> choices) {
        return choices.stream()
                .map(choice -> new Option(choice.value(), choice.label()))
                .toList();
    }

    @Override
    public void moved(AssignedTask task, LocalDate from, LocalDate to) {
        log.postpone(task.cycle(), task.unit(), to);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        VisitReport report = new VisitReport(
                data.requiredDateTime("visitStart"),
                data.requiredDateTime("visitEnd"),
                SheetRows.whereabouts(data),
                data.rows("criteria").stream().map(SheetRows::read).toList(),
                FindingRows.read(data.rows("findings"), recorded.lastNumber(task.cycle(), task.unit())),
                data.text("opinionOnTheSpot"));
        return Outcome.of(recording.record(task.cycle(), task.unit(), report, task.user()), Map.of());
    }
}
