package nepsong.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Appeal.Proposal;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScoringPolicy;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One of two people who were not involved looks at the contested scores and proposes what they should be. */
@Component
public class ReviewAppeal {

    private final Appeals appeals;
    private final Appraisals appraisals;
    private final Cycles cycles;
    private final UnitChecklists checklists;
    private final ImpartialityPolicy impartiality;

    ReviewAppeal(
            Appeals appeals,
            Appraisals appraisals,
            Cycles cycles,
            UnitChecklists checklists,
            ImpartialityPolicy impartiality) {
        this.appeals = appeals;
        this.appraisals = appraisals;
        this.cycles = cycles;
        this.checklists = checklists;
        this.impartiality = impartiality;
    }

    /** @param proposals one per contested criterion, all of this person */
    @Transactional
    public List<Refusal> review(String cycle, String unit, String person, List<Proposal> proposals) {
        List<Refusal> refusals = objections(cycle, unit, person).stream()
                .map(reason -> Refusal.of("", reason))
                .collect(Collectors.toCollection(ArrayList::new));
        UnitChecklist checklist = checklists.of(cycle, unit);
        proposals.forEach(one -> refusals.addAll(ScoringPolicy.check(
                List.of(checklist.get(one.criterion())), List.of(Answer.scored(one.criterion(), one.score())), false)));
        if (refusals.isEmpty()) {
            appeals.review(cycle, unit, proposals);
        }
        return refusals;
    }

    /** Why the person may not review the unit's appeal, in Vietnamese; empty when they may. */
    public List<String> objections(String cycle, String unit, String person) {
        List<String> objections = new ArrayList<>();
        if (!person.isEmpty() && appeals.get(cycle, unit).isReviewedBy(person)) {
            objections.add("Bạn đã thẩm tra đề nghị này; người thẩm tra thứ hai phải là người khác, xin trả lại việc.");
        }
        Appraisal appraisal = appraisals.of(cycle, unit).orElse(null);
        if (appraisal != null && !person.isEmpty() && appraisal.appraisedBy().equals(person)) {
            objections.add("Bạn đã thẩm định đơn vị này nên không xem xét đề nghị; xin nhường người khác.");
        }
        impartiality
                .objection(
                        cycle,
                        person,
                        cycles.bloc(cycle, cycles.blocOf(cycle, unit)).units())
                .ifPresent(objections::add);
        return objections;
    }
}
