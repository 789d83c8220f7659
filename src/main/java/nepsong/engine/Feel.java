package nepsong.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The expressions of forms, evaluated on the server as the browser evaluates them. Parsed once, safe to share. */
final class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

    boolean isTrue(@Nullable String expression, Map<String, Object> context) {
        return expression != null && Boolean.TRUE.equals(evaluate(expression, context));
    }

    /** A number given as such, or computed; null where it is neither. */
    @Nullable
    BigDecimal number(@Nullable String limit, Map<String, Object> context) {
        if (limit == null || limit.isBlank()) {
            return null;
        }
        Object value = limit.startsWith("=") ? evaluate(limit, context) : limit;
        return value == null ? null : new BigDecimal(value.toString());
    }

    private @Nullable Object evaluate(String expression, Map<String, Object> context) {
        EvaluationResult result = engine.evaluate(parsed.computeIfAbsent(expression, this::parse), context);
        return result.isSuccess() ? result.result() : null;
    }

    private ParsedExpression parse(String expression) {
        String body = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = engine.parseExpression(body);
        if (result.isFailure()) {
            throw new IllegalStateException("not a FEEL expression: " + expression);
        }
        return result.parsedExpression();
    }
}
