package nepsong.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The expressions of forms, evaluated on the server as the browser evaluates them. Parsed once, safe to share. */
final class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();

    /** @param names that occur in it: the engine copies whatever it is given, so it is given no others */
    private record Expression(ParsedExpression parsed, Set<String> names) {}

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
        Expression known = parsed.computeIfAbsent(expression, this::parse);
        Map<String, Object> named = new HashMap<>();
        for (String name : known.names()) {
            Object value = context.get(name);
            if (value != null) {
                named.put(name, value);
            }
        }
        EvaluationResult result = engine.evaluate(known.parsed(), named);
        return result.isSuccess() ? result.result() : null;
    }

    private Expression parse(String expression) {
        String body = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = engine.parseExpression(body);
        if (result.isFailure()) {
            throw new IllegalStateException("not a FEEL expression: " + expression);
        }
        return new Expression(
                result.parsedExpression(),
                NAME.matcher(body).results().map(MatchResult::group).collect(Collectors.toSet()));
    }
}
