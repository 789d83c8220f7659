package nepsong.commendation.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.commendation.AwardForm;
import nepsong.commendation.AwardTables;
import nepsong.commendation.Eligibility;
import nepsong.commendation.FoundFacts;
import nepsong.evaluation.Grade;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The tables as they are deployed now. They are evaluated beside the engine and not by its decision service, which would
 * keep what was found out about a person in its history; what is kept stands in the appraisal.
 */
@Component
class DeployedAwardTables implements AwardTables {

    private final RepositoryService repository;
    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    /** By id of the deployed definition, which never changes. */
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    DeployedAwardTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Answer eligibility(Case nomination) {
        FoundFacts facts = nomination.facts();
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("nominee", nomination.collective() ? "COLLECTIVE" : "PERSON");
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
        inputs.put("deedDated", nomination.deedDated());
        inputs.put("confirmedByUnit", nomination.confirmedByUnit());
        DmnDecisionRuleResult answer = evaluate("award-eligibility", inputs);
        return new Answer(Eligibility.valueOf(answer.getEntry("outcome")), answer.getEntry("reason"));
    }

    @Override
    public Majority majority(AwardForm form, int inFavour, int voted, int members) {
        DmnDecisionRuleResult answer = evaluate(
                "vote-outcome", Map.of("form", form.name(), "inFavour", inFavour, "voted", voted, "members", members));
        return new Majority(
                "PASSED".equals(answer.getEntry("outcome")),
                ((Number) answer.getEntry("requiredPercent")).intValue(),
                answer.getEntry("reason"));
    }

    /** The tables read a variable that is null, not one that is missing. */
    @SuppressWarnings("NullAway")
    private static void putNullable(Map<String, Object> inputs, String name, @Nullable Object value) {
        inputs.put(name, value);
    }

    private DmnDecisionRuleResult evaluate(String table, Map<String, Object> inputs) {
        DmnDecision decision = Deployments.withoutAuthorization(() -> {
            String id = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return parsed.computeIfAbsent(id, definition -> parse(table, definition));
        });
        return Objects.requireNonNull(
                dmn.evaluateDecisionTable(decision, inputs).getSingleResult(), table);
    }

    private DmnDecision parse(String table, String definition) {
        try (InputStream model = repository.getDecisionModel(definition)) {
            return dmn.parseDecision(table, model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
