package nepsong.demonstration;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.demonstration.PastAwards.Awarded;
import nepsong.organisation.Demonstration;
import nepsong.organisation.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the finished cycle of last year into a database that has no cycle yet: all of it, or nothing. */
@Component
public class LoadHistory {

    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final PastDirective directive;
    private final PastScores scores;
    private final PastInspections inspections;
    private final PastFindings findings;
    private final PastEvaluation evaluation;
    private final PastAwards awards;
    private final PastWork work;
    private final JdbcClient jdbc;

    LoadHistory(
            Cycles cycles,
            WorkingCalendar calendar,
            PastDirective directive,
            PastScores scores,
            PastInspections inspections,
            PastFindings findings,
            PastEvaluation evaluation,
            PastAwards awards,
            PastWork work,
            JdbcClient jdbc) {
        this.cycles = cycles;
        this.calendar = calendar;
        this.directive = directive;
        this.scores = scores;
        this.inspections = inspections;
        this.findings = findings;
        this.evaluation = evaluation;
        this.awards = awards;
        this.work = work;
        this.jdbc = jdbc;
    }

    /** @return whether there was nothing yet, and now there is */
    @Transactional
    public boolean load() {
        if (!cycles.all().isEmpty()) {
            return false;
        }
        List<Bloc> blocs = directive.write();
        List<PastUnit> units = PastUnit.of(blocs, Demonstration.units(), calendar);
        scores.write(units);
        Map<String, String> inspecting = inspections.write(blocs, units);
        List<PastFinding> found = findings.write(units, inspecting);
        evaluation.write(blocs, units);
        List<Awarded> awarded = awards.write(units);
        PastDeeds deeds = new PastDeeds(calendar);
        new InspectionDeeds(deeds)
                .directive()
                .inspections(blocs, units, inspecting)
                .corrections(found);
        new EvaluationDeeds(deeds).evaluation(blocs, units).awards(awarded);
        work.write(deeds.all());
        jdbc.sql("update cycles set finished_at = ? where code = ?")
                .params(LastYear.at(LastYear.FINISHED), LastYear.CYCLE)
                .update();
        return true;
    }
}
