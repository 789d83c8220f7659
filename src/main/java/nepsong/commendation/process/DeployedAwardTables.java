package nepsong.commendation.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import nepsong.commendation.AwardForm;
import nepsong.commendation.AwardTables;
import nepsong.commendation.Eligibility;
import nepsong.commendation.FoundFacts;
import nepsong.commendation.Prize;
import nepsong.commendation.SubjectType;
import nepsong.engine.DeployedTables;
import nepsong.evaluation.Grade;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found out about a person stands in the appraisal and nowhere else. */
@Component
class DeployedAwardTables implements AwardTables {

    private final DeployedTables tables;

    DeployedAwardTables(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Answer eligibility(Case nomination) {
        FoundFacts facts = nomination.facts();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("nominee", nominee(nomination.subject()));
        inputs.put("form", nomination.form().name());
        inputs.put("underDiscipline", facts.underDiscipline());
        inputs.put("underInvestigation", facts.underInvestigation());
        inputs.put("complaintBeingVerified", facts.complaintBeingVerified());
        inputs.put("pressReportBeingVerified", facts.pressReportBeingVerified());
        inputs.put("sameAchievementAwarded", facts.sameAchievementAwarded());
        Grade grade = nomination.grade();
        putNullable(inputs, "grade", grade == null ? null : grade.name());
        putNullable(inputs, "rankInBloc", nomination.rank());
        inputs.put("civilServant", facts.civilServant());
        putNullable(inputs, "lastYearRating", facts.lastYearRating());
        inputs.put("wrongSubject", facts.wrongSubject());
        inputs.put("wrongAuthority", facts.wrongAuthority());
        inputs.put("policeTaxOpinion", facts.policeTaxOpinion().name());
        inputs.put("consultation", facts.consultation().name());
        inputs.put("deedDated", nomination.deedDated());
        inputs.put("confirmedByUnit", nomination.confirmedByUnit());
        DeployedTables.Table table = tables.newest("award-eligibility");
        // A rank and a grade may be remembered, what was found out about somebody may not.
        DmnDecisionResultEntries answer =
                single(facts.equals(FoundFacts.none()) ? table.recall(inputs) : table.evaluate(inputs));
        return new Answer(Eligibility.valueOf(answer.getEntry("outcome")), answer.getEntry("reason"));
    }

    @Override
    public Majority majority(AwardForm form, int inFavour, int voted, int members) {
        DmnDecisionResultEntries answer = single(tables.newest("vote-outcome")
                .evaluate(Map.of("form", form.name(), "inFavour", inFavour, "voted", voted, "members", members)));
        return new Majority(
                "PASSED".equals(answer.getEntry("outcome")),
                ((Number) answer.getEntry("requiredPercent")).intValue(),
                answer.getEntry("reason"));
    }

    @Override
    public Prize prize(SubjectType subject, AwardForm form, LocalDate day) {
        Map<String, Object> inputs = Map.of("nominee", nominee(subject), "form", form.name());
        Number multiple = single(tables.newest("prize-money").recall(inputs)).getEntry("multiple");
        Date decided = Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
        Number base = single(tables.newest("base-salary").recall(Map.of("day", decided)))
                .getEntry("amount");
        return new Prize(new BigDecimal(multiple.toString()), base.longValue());
    }

    /** The tables know three kinds: a good person is a person. */
    private static String nominee(SubjectType subject) {
        return switch (subject) {
            case COLLECTIVE, PERSON, HOUSEHOLD -> subject.name();
            case GOOD_PERSON -> SubjectType.PERSON.name();
        };
    }

    /** The tables read a variable that is null, not one that is missing. */
    @SuppressWarnings("NullAway")
    private static void putNullable(Map<String, Object> inputs, String name, @Nullable Object value) {
        inputs.put(name, value);
    }

    private static DmnDecisionResultEntries single(DmnDecisionResult answer) {
        return Objects.requireNonNull(answer.getSingleResult(), "no row of the table fits");
    }
}
