package nepsong.evaluation.process;

import java.util.List;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.directive.SeatedMembers;
import nepsong.evaluation.ConcludeResults;
import nepsong.evaluation.ConfirmAdjustments;
import nepsong.evaluation.GradeUnits;
import nepsong.evaluation.Opinions;
import nepsong.evaluation.Reports;
import nepsong.organisation.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The automatic steps of {@code evaluation}, and what its loops go over. */
@Component("evaluationTasks")
public class EvaluationTasks {

    private final Cycles cycles;
    private final SeatedMembers members;
    private final Reports reports;
    private final Opinions opinions;
    private final GradeUnits grading;
    private final ConfirmAdjustments adjustments;
    private final ConcludeResults conclusion;

    EvaluationTasks(
            Cycles cycles,
            SeatedMembers members,
            Reports reports,
            Opinions opinions,
            GradeUnits grading,
            ConfirmAdjustments adjustments,
            ConcludeResults conclusion) {
        this.cycles = cycles;
        this.members = members;
        this.reports = reports;
        this.opinions = opinions;
        this.grading = grading;
        this.adjustments = adjustments;
        this.conclusion = conclusion;
    }

    public List<String> blocs(DelegateExecution execution) {
        return cycles.blocs(cycle(execution)).stream().map(Bloc::code).toList();
    }

    public String blocName(DelegateExecution execution) {
        return cycles.bloc(cycle(execution), (String) execution.getVariable("bloc"))
                .name();
    }

    /** Whether the appraisers would give a unit another grade than its score earns. */
    public boolean hasAdjustments(DelegateExecution execution) {
        return !adjustments.proposed(cycle(execution)).isEmpty();
    }

    /** Ids of those who are asked for their opinion. */
    public List<String> members(DelegateExecution execution) {
        return members.of(cycle(execution)).stream().map(Person::id).toList();
    }

    /** Whether anybody said something that is to be answered. */
    public boolean hasRemarks(DelegateExecution execution) {
        return !opinions.remarks(reports.get(cycle(execution))).isEmpty();
    }

    public void gradeUnits(DelegateExecution execution) {
        grading.grade(cycle(execution));
    }

    public void concludeResults(DelegateExecution execution) {
        conclusion.conclude(cycle(execution));
    }

    private static String cycle(DelegateExecution execution) {
        return (String) execution.getVariable("cycle");
    }
}
