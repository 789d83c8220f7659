package nepsong.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The variables that an execution sees. The engine reads them scope by scope, one statement each, and needs the task's and
 * the instance's again when the task is completed; where there are more scopes, as in a multi-instance, all of the instance
 * are read in one. A task has none of its own here.
 */
final class ScopeVariables {

    private ScopeVariables() {}

    static Map<String, Object> of(CommandContext context, ExecutionEntity execution) {
        ExecutionEntity outer = execution.getParent();
        if (outer == null || outer.isProcessInstanceExecution()) {
            return execution.getVariables();
        }
        Map<String, Map<String, Object>> byScope = new HashMap<>();
        for (VariableInstanceEntity variable : context.getVariableInstanceManager()
                .findVariableInstancesByProcessInstanceId(execution.getProcessInstanceId())) {
            byScope.computeIfAbsent(variable.getVariableScopeId(), scope -> new HashMap<>())
                    .put(variable.getName(), variable.getValue());
        }
        Deque<String> scopes = new ArrayDeque<>();
        for (ExecutionEntity scope = execution; scope != null; scope = scope.getParent()) {
            scopes.push(scope.getId());
        }
        // From the instance inwards: what lies nearer hides what lies farther.
        Map<String, Object> seen = new LinkedHashMap<>();
        scopes.forEach(scope -> seen.putAll(byScope.getOrDefault(scope, Map.of())));
        return seen;
    }
}
