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

    private static final int MOST_ANSWERS = 5_000;
    private static final int SHORT = 40;

    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();
    /** The engine makes all of its functions anew for each evaluation; the rows of a scorecard ask alike. */
    private final Recent<Question, @Nullable Object> answers = new Recent<>(MOST_ANSWERS);

    /** @param names that occur in it: the engine copies whatever it is given, so it is given no others */
    private record Expression(ParsedExpression parsed, Set<String> names) {}

    /** @param values of the names that occur in the expression, and of nothing else */
    private record Question(String expression, Map<String, Object> values) {

        /** Neither the time nor what somebody wrote is kept. */
        boolean isWorthKeeping() {
            return !expression.contains("now(") && !expression.contains("today(") && isShort(values);
        }

        private static boolean isShort(Object value) {
            if (value instanceof Map<?, ?> values) {
                return values.values().stream().allMatch(Question::isShort);
            }
            return value instanceof Number
                    || value instanceof Boolean
                    || value instanceof String text && text.length() <= SHORT;
        }
    }

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
        Question question = new Question(expression, named(context, known.names()));
        return question.isWorthKeeping()
                ? answers.answer(question, () -> evaluate(known, question))
                : evaluate(known, question);
    }

    private @Nullable Object evaluate(Expression expression, Question question) {
        EvaluationResult result = engine.evaluate(expression.parsed(), question.values());
        return result.isSuccess() ? result.result() : null;
    }

    /** Of a row, too, only what the expression names. */
    private static Map<String, Object> named(Map<?, ?> values, Set<String> names) {
        Map<String, Object> named = new HashMap<>();
        for (String name : names) {
            Object value = values.get(name);
            if (value != null) {
                named.put(name, value instanceof Map<?, ?> inner ? named(inner, names) : value);
            }
        }
        return named;
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
