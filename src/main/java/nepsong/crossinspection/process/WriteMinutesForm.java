package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.crossinspection.Inspection;
import nepsong.crossinspection.Inspections;
import nepsong.crossinspection.Minutes;
import nepsong.crossinspection.Minutes.Signature;
import nepsong.crossinspection.MinutesPolicy;
import nepsong.crossinspection.VisitFinding;
import nepsong.crossinspection.VisitPhotoPolicy;
import nepsong.crossinspection.WriteMinutes;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class WriteMinutesForm implements TaskForm {

    private static final String NO_FINDINGS =
            "Đề nghị đơn vị tiếp tục duy trì, phát huy các kết quả đã đạt được trong thực hiện hai Quy tắc ứng xử.";
    private static final String FINDINGS =
            "Đề nghị đơn vị khắc phục các tồn tại nêu trên đúng thời hạn và báo cáo kết quả về Đoàn kiểm tra.";

    private final WriteMinutes writing;
    private final Inspections inspections;
    private final Scorecards scorecards;
    private final UnitChecklists checklists;
    private final People people;
    private final EvidencePieces evidence;

    WriteMinutesForm(
            WriteMinutes writing,
            Inspections inspections,
            Scorecards scorecards,
            UnitChecklists checklists,
            People people,
            EvidencePieces evidence) {
        this.writing = writing;
        this.inspections = inspections;
        this.scorecards = scorecards;
        this.checklists = checklists;
        this.people = people;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "cross-inspection.write-minutes";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Inspection inspection = inspections.get(task.cycle(), task.unit());
        List<VisitFinding> findings = inspections.findings(task.cycle(), task.unit());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put(
                "teamSide",
                named(
                        task.text("inspectingName"),
                        inspections.participants(task.cycle(), task.unit()).stream()
                                .map(people::find)
                                .flatMap(Optional::stream)));
        shown.put(
                "unitSide",
                named(
                        task.text("unitName"),
                        Stream.concat(
                                people.inGroup(Groups.headAt(task.unit())).stream(),
                                people.inGroup(Groups.coordinatorAt(task.unit())).stream())));
        shown.put("content", content(task, inspection));
        shown.put("recommendations", findings.isEmpty() ? NO_FINDINGS : FINDINGS);
        shown.put("unitOpinion", inspection.opinionOnTheSpot());
        shown.put("lateText", inspection.late() ? "Phiếu nộp chậm " + inspection.lateDays() + " ngày làm việc." : "");
        shown.put("refusedToSign", false);
        shown.putAll(signatures(task, inspection));
        BigDecimal leftOut = checklists
                .of(task.cycle(), task.unit())
                .mostLeftOut(scorecards.of(task.cycle(), task.unit()).stream()
                        .map(ScorecardRow::crossAnswer)
                        .toList());
        shown.put("naNeeded", MinutesPolicy.needsApproval(leftOut));
        shown.put("leftOutPoints", Words.points(leftOut));
        shown.put("findings", FindingTable.of(task, findings, evidence));
        shown.putAll(ScoreTables.compared(
                checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit())));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        List<String> lacking = VisitPhotoPolicy.lacking(
                checklists.of(task.cycle(), task.unit()),
                scorecards.of(task.cycle(), task.unit()).stream()
                        .map(ScorecardRow::crossAnswer)
                        .toList(),
                inspections.findings(task.cycle(), task.unit()),
                evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.VISIT, EvidenceKind.FINDING)));
        return Map.of(
                "photosLacking",
                String.join(", ", lacking),
                "minutesFiles",
                evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.MINUTES))
                        .size());
    }

    private static String content(FormTask task, Inspection inspection) {
        String visit =
                "Từ %s đến %s, %s kiểm tra việc thực hiện hai Quy tắc ứng xử tại %s theo các tiêu chí của kỳ kiểm tra."
                        .formatted(
                                Words.time(inspection.visitStartedAt()),
                                Words.time(inspection.visitEndedAt()),
                                task.text("inspectingName"),
                                task.text("unitName"));
        return Stream.concat(Stream.of(visit), inspection.whereabouts().sentences().stream())
                .collect(Collectors.joining("\n"));
    }

    /** As the sides are known: who took part for the team, the head for the unit; signed where the visit ended. */
    private Map<String, Object> signatures(FormTask task, Inspection inspection) {
        Map<String, Object> shown = new LinkedHashMap<>();
        inspections.participants(task.cycle(), task.unit()).stream()
                .map(people::find)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(person -> shown.put("teamSigner", titled(person)));
        people.inGroup(Groups.headAt(task.unit())).stream()
                .findFirst()
                .ifPresent(person -> shown.put("unitSigner", titled(person)));
        LocalDate visitedOn = inspection.visitedOn();
        if (visitedOn != null) {
            shown.put("teamSignedOn", visitedOn);
            shown.put("unitSignedOn", visitedOn);
        }
        return shown;
    }

    private static String titled(Person person) {
        return person.position().isEmpty() ? person.name() : person.name() + ", " + person.position();
    }

    private static String named(String unit, Stream<Person> persons) {
        List<String> lines = new ArrayList<>();
        lines.add("Đại diện " + unit + ":");
        lines.addAll(persons.distinct().map(person -> "- " + titled(person)).toList());
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Minutes minutes = new Minutes(
                data.text("teamSide"),
                data.text("unitSide"),
                data.text("content"),
                data.text("recommendations"),
                data.text("unitOpinion"),
                data.flag("refusedToSign"),
                data.text("refusalReason"),
                data.text("firstWitness"),
                data.text("secondWitness"),
                new Signature(data.text("teamSigner"), data.requiredDate("teamSignedOn")),
                data.flag("refusedToSign")
                        ? null
                        : new Signature(data.text("unitSigner"), data.requiredDate("unitSignedOn")),
                data.flag("naApproved"));
        WriteMinutes.Written written = writing.write(task.cycle(), task.unit(), minutes, task.user());
        return Outcome.of(written.refusals(), Map.of("toExplain", written.toExplain()));
    }
}
