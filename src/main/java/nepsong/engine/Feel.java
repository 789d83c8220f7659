package nepsong.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** The expressions of forms, evaluated on the server as the browser evaluates them. Parsed once, safe to share. */
final class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");
    /** What a row looks up in a table beside it, by one of its own values. */
    private static final Pattern LOOKUP = Pattern.compile("get value\\((\\w+), this\\.(\\w+)\\)");

    private static final Pattern IS_EMPTY = Pattern.compile("\\s*=\\s*(null\\b|\"\").*", Pattern.DOTALL);
    private static final String SOMETHING = "…";
    private static final Set<Object> NOTHING = Set.of("", 0, false);

    private static final int MOST_ANSWERS = 5_000;

    private final Map<String, Expression> parsed = new ConcurrentHashMap<>();
    /** The engine makes all of its functions anew for each evaluation; the rows of a scorecard ask alike. */
    private final Recent<FeelQuestion, @Nullable Object> answers = new Recent<>(MOST_ANSWERS);

    /**
     * @param plain      where it is; null where it has to be computed
     * @param names      that occur in it: the engine copies whatever it is given, so it is given no others
     * @param onlyWhether names of which it asks nothing but whether they are empty, so that any text is as good as another
     * @param lookups    by the name of a table, the value of the row by which it is looked up there
     */
    private record Expression(
            ParsedExpression parsed,
            @Nullable PlainFeel plain,
            Set<String> names,
            Set<String> onlyWhether,
            Map<String, String> lookups) {

        Map<String, Object> asked(Scope scope) {
            Map<String, Object> asked = named(scope::get);
            lookups.forEach((table, key) -> asked.put(table, entry(table, key, scope)));
            return asked;
        }

        /** Of a table the one entry that the row asks for; as in a browser, one that is empty, 0 or false is none. */
        private Map<String, Object> entry(String table, String key, Scope scope) {
            Object code = scope.get("this") instanceof Map<?, ?> row ? row.get(key) : null;
            Object value = code != null && scope.get(table) instanceof Map<?, ?> entries ? entries.get(code) : null;
            return value == null || NOTHING.contains(value)
                    ? Map.of()
                    : Map.of(
                            String.valueOf(code), value instanceof String text ? asked(table, text) : onlyNamed(value));
        }

        /** Of a row, and of the rows of a list, too, only what the expression names. */
        private Map<String, Object> named(Function<String, ?> values) {
            Map<String, Object> named = new HashMap<>();
            for (String name : names) {
                Object value = values.apply(name);
                if (value != null) {
                    named.put(name, value instanceof String text ? asked(name, text) : onlyNamed(value));
                }
            }
            return named;
        }

        private String asked(String name, String text) {
            return onlyWhether.contains(name) && !text.isEmpty() ? SOMETHING : text;
        }

        private Object onlyNamed(Object value) {
            if (value instanceof Map<?, ?> inner) {
                return named(inner::get);
            }
            return value instanceof List<?> list
                    ? list.stream().map(this::onlyNamed).toList()
                    : value;
        }
    }

    boolean isTrue(@Nullable String expression, Scope scope) {
        return expression != null && Boolean.TRUE.equals(evaluate(expression, scope));
    }

    /** A number given as such, or computed; null where it is neither. */
    @Nullable
    BigDecimal number(@Nullable String limit, Scope scope) {
        if (limit == null || limit.isBlank()) {
            return null;
        }
        Object value = limit.startsWith("=") ? evaluate(limit, scope) : limit;
        return value == null ? null : new BigDecimal(value.toString());
    }

    private @Nullable Object evaluate(String expression, Scope scope) {
        Expression known = parsed.computeIfAbsent(expression, this::parse);
        PlainFeel plain = known.plain();
        if (plain != null) {
            Object value = plain.value(scope);
            if (plain.knows(value)) {
                return plain.answer(value);
            }
        }
        FeelQuestion question = new FeelQuestion(expression, known.asked(scope));
        return question.isWorthKeeping()
                ? answers.answer(question, () -> evaluate(known, question))
                : evaluate(known, question);
    }

    private @Nullable Object evaluate(Expression expression, FeelQuestion question) {
        EvaluationResult result = engine.evaluate(expression.parsed(), question.values());
        return result.isSuccess() ? result.result() : null;
    }

    private Expression parse(String expression) {
        String body = expression.startsWith("=") ? expression.substring(1) : expression;
        var result = engine.parseExpression(body);
        if (result.isFailure()) {
            throw new IllegalStateException("not a FEEL expression: " + expression);
        }
        Set<String> names = new HashSet<>();
        Set<String> valuesAsked = new HashSet<>();
        Map<String, String> lookups = new HashMap<>();
        // A lookup is called by its table: what is asked of the one is asked of the other.
        String called = LOOKUP.matcher(body).replaceAll(found -> {
            names.add(found.group(2));
            names.add("this");
            lookups.put(found.group(1), found.group(2));
            return found.group(1);
        });
        valuesAsked.addAll(names);
        NAME.matcher(called).results().forEach(found -> {
            names.add(found.group());
            if (!IS_EMPTY.matcher(called.substring(found.end())).matches()) {
                valuesAsked.add(found.group());
            }
        });
        Set<String> onlyWhether = new HashSet<>(names);
        onlyWhether.removeAll(valuesAsked);
        return new Expression(result.parsedExpression(), PlainFeel.of(body), names, onlyWhether, lookups);
    }
}
