package nepsong.crossinspection.process;

import java.math.BigDecimal;
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
import nepsong.crossinspection.Visitors;
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
import nepsong.selfassessment.NotApplicablePolicy;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

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
        SingletonSupplier<Inspection> inspection =
                SingletonSupplier.of(() -> inspections.get(task.cycle(), task.unit()));
        SingletonSupplier<Visitors> visitors =
                SingletonSupplier.of(() -> inspections.visitors(task.cycle(), task.unit()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("teamSide", unlessSent(() -> teamSide(task, visitors.obtain())));
        shown.put(
                "unitSide",
                named(
                        task.text("unitName"),
                        Stream.concat(
                                people.inGroup(Groups.headAt(task.unit())).stream(),
                                people.inGroup(Groups.coordinatorAt(task.unit())).stream())));
        shown.put("content", unlessSent(() -> content(task, inspection.obtain())));
        shown.put(
                "recommendations",
                unlessSent(() -> inspections.findings(task.cycle(), task.unit()).isEmpty() ? NO_FINDINGS : FINDINGS));
        shown.put("unitOpinion", unlessSent(() -> inspection.obtain().opinionOnTheSpot()));
        shown.put("refusedToSign", false);
        shown.put(
                "teamSigner",
                unlessSent(() ->
                        signer(people(visitors.obtain().participants().stream()).toList())));
        shown.put("unitSigner", signer(people.inGroup(Groups.headAt(task.unit()))));
        shown.put("teamSignedOn", unlessSent(() -> inspection.obtain().visitedOn()));
        shown.put("unitSignedOn", unlessSent(() -> inspection.obtain().visitedOn()));
        shown.put("naNeeded", MinutesPolicy.needsApproval(leftOut(task)));
        return shown;
    }

    private BigDecimal leftOut(FormTask task) {
        return checklists
                .of(task.cycle(), task.unit())
                .mostLeftOut(scorecards.of(task.cycle(), task.unit()).stream()
                        .map(ScorecardRow::crossAnswer)
                        .toList());
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Inspection inspection = inspections.get(task.cycle(), task.unit());
        List<VisitFinding> findings = inspections.findings(task.cycle(), task.unit());
        List<String> lacking = VisitPhotoPolicy.lacking(
                checklists.of(task.cycle(), task.unit()),
                scorecards.of(task.cycle(), task.unit()).stream()
                        .map(ScorecardRow::crossAnswer)
                        .toList(),
                findings,
                evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.VISIT, EvidenceKind.FINDING)));
        Map<String, Object> shown = new LinkedHashMap<>(ScoreTables.compared(
                checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit())));
        shown.put("unitName", task.text("unitName"));
        shown.put("inspectingName", task.text("inspectingName"));
        shown.put("lateText", inspection.late() ? "Phiếu nộp chậm " + inspection.lateDays() + " ngày làm việc." : "");
        shown.put("leftOutPoints", Words.points(leftOut(task)));
        shown.put("withoutApproval", Words.points(NotApplicablePolicy.POINTS_WITHOUT_APPROVAL));
        shown.put("findings", FindingTable.of(task, findings, evidence));
        shown.put("photosLacking", String.join(", ", lacking));
        shown.put(
                "minutesFiles",
                evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.MINUTES))
                        .size());
        return shown;
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

    /** Whoever watched for the team stands after those who inspected. */
    private String teamSide(FormTask task, Visitors visitors) {
        return Stream.concat(
                        Stream.of(named(task.text("inspectingName"), people(visitors.participants().stream()))),
                        people(Stream.ofNullable(visitors.observer()))
                                .map(person -> "Giám sát của Đoàn kiểm tra:\n- " + titled(person)))
                .collect(Collectors.joining("\n"));
    }

    private Stream<Person> people(Stream<String> ids) {
        return ids.map(people::find).flatMap(Optional::stream);
    }

    /** The first of those who are there; nobody where none is. */
    private static String signer(List<Person> present) {
        return present.stream().findFirst().map(WriteMinutesForm::titled).orElse("");
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
