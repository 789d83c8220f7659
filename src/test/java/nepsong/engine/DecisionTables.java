package nepsong.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The decision tables, evaluated by the engine that evaluates them in operation, and which of their rows answered. */
final class DecisionTables {

    static final List<String> ALL = List.of(
            "award-eligibility",
            "base-salary",
            "discrepancy",
            "finding-deadline",
            "grade-cap",
            "na-approval",
            "performance-grade",
            "prize-money",
            "vote-outcome");

    private final Map<String, DmnDecision> parsed = new HashMap<>();
    private final Map<String, List<String>> outputs = new HashMap<>();

    private final List<String> matched = new ArrayList<>();
    private final DmnEngine engine;

    DecisionTables() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        DmnDecisionTableEvaluationListener listener =
                event -> event.getMatchingRules().forEach(rule -> matched.add(rule.getId()));
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        engine = configuration.buildEngine();
    }

    Answer evaluate(String decision, Map<String, Object> inputs) {
        matched.clear();
        DmnDecision table = parsed.computeIfAbsent(decision, key -> engine.parseDecision(key, model(key)));
        List<Map<String, Object>> rows =
                engine.evaluateDecisionTable(table, inputs).getResultList();
        return new Answer(
                List.copyOf(matched),
                rows.stream().map(row -> inOrder(decision, row)).toList());
    }

    static List<String> rules(String decision) {
        return model(decision).getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .toList();
    }

    static DmnModelInstance model(String decision) {
        return Dmn.readModelFromStream(open(decision));
    }

    static List<String> inputs(String decision) {
        return model(decision).getModelElementsByType(Input.class).stream()
                .map(input -> input.getInputExpression().getText().getTextContent())
                .toList();
    }

    private Map<String, Object> inOrder(String decision, Map<String, Object> row) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        outputs.computeIfAbsent(decision, DecisionTables::outputs).forEach(name -> ordered.put(name, row.get(name)));
        return ordered;
    }

    private static List<String> outputs(String decision) {
        return model(decision).getModelElementsByType(Output.class).stream()
                .map(Output::getName)
                .toList();
    }

    private static InputStream open(String decision) {
        return DecisionTables.class.getResourceAsStream("/processes/" + decision + ".dmn");
    }

    /**
     * @param rules the ids of the rows that hold
     * @param rows  their outputs by name, in the order of the table
     */
    record Answer(List<String> rules, List<Map<String, Object>> rows) {}
}
