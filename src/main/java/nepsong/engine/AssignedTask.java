package nepsong.engine;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A task that is being made, given to somebody or given more time.
 *
 * @param variables of the process, by name
 */
public record AssignedTask(@Nullable Instant due, Function<String, @Nullable Object> variables) {

    /** @throws IllegalStateException where the process lost the variable, which is a defect of the model */
    public String text(String variable) {
        Object value = variables.apply(variable);
        if (value == null) {
            throw new IllegalStateException("there is no variable " + variable);
        }
        return value.toString();
    }

    public boolean knows(String variable) {
        return variables.apply(variable) != null;
    }

    public String cycle() {
        return text("cycle");
    }

    public String unit() {
        return text("unit");
    }
}
