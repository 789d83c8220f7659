package nepsong.engine;

import java.util.List;
import java.util.Map;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came of a submission.
 *
 * @param refusals    why it was refused; empty when it was accepted
 * @param variables   what the flow needs to know: ids, dates, booleans and short strings that route
 * @param businessKey of the process that a start form starts
 */
public record Outcome(List<Refusal> refusals, Map<String, Object> variables, @Nullable String businessKey) {

    public Outcome {
        refusals = List.copyOf(refusals);
        variables = Map.copyOf(variables);
    }

    public static Outcome accepted() {
        return accepted(Map.of());
    }

    public static Outcome accepted(Map<String, Object> variables) {
        return new Outcome(List.of(), variables, null);
    }

    public static Outcome started(String businessKey, Map<String, Object> variables) {
        return new Outcome(List.of(), variables, businessKey);
    }

    public static Outcome refused(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        return new Outcome(refusals, Map.of(), null);
    }

    /** Accepted with these variables where nothing was refused. */
    public static Outcome of(List<Refusal> refusals, Map<String, Object> variables) {
        return refusals.isEmpty() ? accepted(variables) : refused(refusals);
    }

    public boolean isAccepted() {
        return refusals.isEmpty();
    }
}
