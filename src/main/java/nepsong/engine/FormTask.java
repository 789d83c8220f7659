package nepsong.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The task that a form belongs to, as its adapter sees it.
 *
 * @param process   key of the process
 * @param activity  id of the user task in the model
 * @param user      who opens or hands in the form; empty when the system does
 * @param variables the process variables in the task's scope
 */
public record FormTask(
        String id,
        String process,
        String activity,
        String processInstance,
        String businessKey,
        String user,
        @Nullable Instant due,
        Map<String, Object> variables) {

    /** @throws IllegalStateException where the process lost the variable, which is a defect of the model */
    public String text(String variable) {
        Object value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException("task " + id + " of " + process + " has no variable " + variable);
        }
        return value.toString();
    }

    public String cycle() {
        return text("cycle");
    }

    public String unit() {
        return text("unit");
    }

    public String bloc() {
        return text("bloc");
    }
}
