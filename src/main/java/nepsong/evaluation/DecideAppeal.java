package nepsong.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Appeal.Contested;
import nepsong.evaluation.Appeal.Decided;
import nepsong.evaluation.Appeal.Proposal;
import nepsong.organisation.People;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScoringPolicy;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The head of team sees what both reviewers propose and decides about an appeal, finally; the unit is told. */
@Component
public class DecideAppeal {

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

    private final Appeals appeals;
    private final UnitChecklists checklists;
    private final EvaluationMails mails;
    private final Appraisals appraisals;
    private final People people;

    DecideAppeal(
            Appeals appeals, UnitChecklists checklists, EvaluationMails mails, Appraisals appraisals, People people) {
        this.appraisals = appraisals;
        this.people = people;
        this.appeals = appeals;
        this.checklists = checklists;
        this.mails = mails;
    }

    /** Half way between the reviewers, in quarter steps. */
    public static BigDecimal middle(Appeal appeal, String criterion) {
        List<BigDecimal> proposed =
                appeal.proposalsFor(criterion).stream().map(Proposal::score).toList();
        BigDecimal sum = proposed.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.multiply(QUARTERS)
                .divide(BigDecimal.valueOf(Math.max(1, proposed.size())), 0, RoundingMode.HALF_UP)
                .divide(QUARTERS, 2, RoundingMode.UNNECESSARY);
    }

    /** @param decided one per contested criterion, between the settled score and what the reviewers propose */
    @Transactional
    public List<Refusal> approve(String cycle, String unit, String user, List<Decided> decided) {
        Appeal appeal = appeals.get(cycle, unit);
        UnitChecklist checklist = checklists.of(cycle, unit);
        List<Refusal> refusals = new ArrayList<>(involved(cycle, unit, user));
        for (Decided one : decided) {
            refusals.addAll(ScoringPolicy.check(
                    List.of(checklist.get(one.criterion())),
                    List.of(Answer.scored(one.criterion(), one.score())),
                    false));
            List<BigDecimal> said = said(appeal, one.criterion());
            if (!said.isEmpty()
                    && (one.score().compareTo(Collections.min(said)) < 0
                            || one.score().compareTo(Collections.max(said)) > 0)) {
                refusals.add(Refusal.ofRow(
                        "criteria",
                        one.criterion(),
                        "Điểm quyết định phải nằm trong khoảng điểm chốt và các đề xuất."));
            }
        }
        if (refusals.isEmpty()) {
            appeals.decide(appeal, user, decided, "");
            mails.appealAnswered(cycle, unit);
        }
        return refusals;
    }

    private List<Refusal> involved(String cycle, String unit, String user) {
        return objection(cycle, unit, user).stream()
                .map(reason -> Refusal.of("", reason))
                .toList();
    }

    /**
     * Why the person may not decide, in Vietnamese; empty when they may. Who settled a score as head of team is not kept out:
     * there is one, and the reviewers bound what may be decided.
     */
    public Optional<String> objection(String cycle, String unit, String user) {
        Appeal appeal = appeals.get(cycle, unit);
        boolean appraised = appraisals
                .of(appeal.cycle(), appeal.unit())
                .filter(one -> !user.isEmpty() && one.appraisedBy().equals(user))
                .isPresent();
        boolean reviewed = !user.isEmpty() && appeal.isReviewedBy(user);
        return appraised || reviewed || people.worksFor(user, appeal.unit())
                ? Optional.of(
                        "Bạn đã thẩm định, thẩm tra hoặc thuộc đơn vị đề nghị nên không quyết định; xin nhường người khác.")
                : Optional.empty();
    }

    private static List<BigDecimal> said(Appeal appeal, String criterion) {
        List<BigDecimal> said = new ArrayList<>(
                appeal.proposalsFor(criterion).stream().map(Proposal::score).toList());
        for (Contested one : appeal.criteria()) {
            if (one.criterion().equals(criterion) && one.score() != null) {
                said.add(one.score());
            }
        }
        return said;
    }

    @Transactional
    public List<Refusal> refuse(String cycle, String unit, String user, String reason) {
        Appeal appeal = appeals.get(cycle, unit);
        List<Refusal> refusals = involved(cycle, unit, user);
        if (refusals.isEmpty()) {
            appeals.decide(appeal, user, List.of(), reason);
            mails.appealAnswered(cycle, unit);
        }
        return refusals;
    }
}
