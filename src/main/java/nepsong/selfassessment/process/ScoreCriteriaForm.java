package nepsong.selfassessment.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.engine.AssignedTask;
import nepsong.engine.AssignmentWords;
import nepsong.engine.DeadlineFollower;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FiledPieces;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.PostponeSelfAssessment;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Reflections;
import nepsong.selfassessment.Returns;
import nepsong.selfassessment.ScoreSelfAssessment;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.Scorecards;
import nepsong.selfassessment.SelfAssessments;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;

@Component
class ScoreCriteriaForm implements TaskForm, AssignmentWords, DeadlineFollower {

    private final ScoreSelfAssessment scoring;
    private final PostponeSelfAssessment postponing;
    private final SelfAssessments selfAssessments;
    private final Returns returns;
    private final Scorecards scorecards;
    private final Reflections reflections;
    private final UnitChecklists checklists;
    private final EvidencePieces evidence;

    ScoreCriteriaForm(
            ScoreSelfAssessment scoring,
            PostponeSelfAssessment postponing,
            SelfAssessments selfAssessments,
            Returns returns,
            Scorecards scorecards,
            Reflections reflections,
            UnitChecklists checklists,
            EvidencePieces evidence) {
        this.scoring = scoring;
        this.postponing = postponing;
        this.selfAssessments = selfAssessments;
        this.returns = returns;
        this.scorecards = scorecards;
        this.reflections = reflections;
        this.checklists = checklists;
        this.evidence = evidence;
    }

    @Override
    public String key() {
        return "self-assessment.score-criteria";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        List<ScorecardRow> scorecard = scorecards.of(task.cycle(), task.unit());
        boolean scoredBefore = scorecard.stream().anyMatch(row -> row.self() != null);
        Map<String, Object> opened =
                new LinkedHashMap<>(ScorecardView.open(checklists.of(task.cycle(), task.unit()), scorecard));
        opened.putAll(ReflectionView.open(scoredBefore ? reflections.of(task.cycle(), task.unit()) : Reflection.NONE));
        return opened;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("submitBy", Words.submitBy(selfAssessments.get(task.cycle(), task.unit())));
        shown.put("returnReason", Words.newestReason(returns.of(task.cycle(), task.unit())));
        shown.putAll(ScorecardView.show(
                checklists.of(task.cycle(), task.unit()), scorecards.of(task.cycle(), task.unit()), pieces(task)));
        return shown;
    }

    private FiledPieces pieces(FormTask task) {
        return FiledPieces.of(evidence.of(task.cycle(), task.unit(), List.of(EvidenceKind.SELF_ASSESSMENT)));
    }

    /** What the head of the unit returned is not opened anew. */
    @Override
    public Optional<Wording> words(AssignedTask task) {
        Instant due = task.due();
        LocalDate submitBy = selfAssessments.get(task.cycle(), task.unit()).dueOn();
        if (task.knows("decision") || due == null || submitBy == null) {
            return Optional.empty();
        }
        return Optional.of(new Wording(
                "self-assessment.opened",
                Map.of(
                        "criteriaCount",
                        checklists.of(task.cycle(), task.unit()).criteria().size(),
                        "internalDeadline",
                        LocalDate.ofInstant(due, WorkingCalendar.ZONE),
                        "deadline",
                        submitBy)));
    }

    @Override
    public void moved(AssignedTask task, LocalDate from, LocalDate to) {
        postponing.postpone(task.cycle(), task.unit(), from, to);
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        return Outcome.of(
                scoring.score(
                        task.cycle(), task.unit(), task.user(), ScorecardView.read(data), ReflectionView.read(data)),
                Map.of());
    }
}
