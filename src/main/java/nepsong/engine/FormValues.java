package nepsong.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nepsong.cycle.Refusal;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;

/** Between the engine's typed values, as the web API carries them, and plain ones. */
final class FormValues {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** A list of rows is two deep. */
    private static final int DEEPEST = 10;

    private FormValues() {}

    /** What the browser is given: lists and rows as JSON, dates as ISO text. */
    static VariableMap toBrowser(Map<String, Object> values) {
        VariableMap variables = Variables.createVariables();
        values.forEach((key, value) -> variables.putValueTyped(key, typed(value)));
        return variables;
    }

    private static TypedValue typed(Object value) {
        if (value instanceof List || value instanceof Map) {
            return SpinValues.jsonValue(write(value)).create();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0
                    ? Variables.longValue(number.longValueExact())
                    : Variables.doubleValue(number.doubleValue());
        }
        if (value instanceof Boolean || value instanceof Number) {
            return Variables.untypedValue(value);
        }
        return Variables.stringValue(value.toString());
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("form data that is no JSON", impossible);
        }
    }

    /**
     * What a browser or a program sent, as text, numbers, booleans, lists and maps.
     *
     * @param named how people call what is sent under a key
     * @throws FormRefusedException for a serialized Java object or broken JSON
     */
    static Map<String, @Nullable Object> fromBrowser(
            @Nullable Map<String, Object> variables, UnaryOperator<String> named) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (variables != null) {
            VariableMap typed = Variables.fromMap(variables);
            typed.keySet().forEach(key -> values.put(key, plain(key, typed.getValueTyped(key), named)));
        }
        return values;
    }

    private static @Nullable Object plain(String key, @Nullable TypedValue value, UnaryOperator<String> named) {
        if (value == null) {
            return null;
        }
        if (value instanceof JsonValue json) {
            return parse(key, json.getValueSerialized(), named);
        }
        if (value instanceof SerializableValue || value instanceof FileValue || !isPlain(value.getValue(), 0)) {
            throw new FormRefusedException(List.of(ofNoKindThatIsTaken(key, named)));
        }
        return value.getValue();
    }

    static Refusal ofNoKindThatIsTaken(String key, UnaryOperator<String> named) {
        return Refusal.of(key, "Trường “" + named.apply(key) + "” có kiểu dữ liệu không nhận");
    }

    /** What JSON can say, and no other object of Java. */
    private static boolean isPlain(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            return depth < DEEPEST
                    && map.entrySet().stream()
                            .allMatch(
                                    entry -> entry.getKey() instanceof String && isPlain(entry.getValue(), depth + 1));
        }
        if (value instanceof List<?> list) {
            return depth < DEEPEST && list.stream().allMatch(each -> isPlain(each, depth + 1));
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Temporal;
    }

    private static @Nullable Object parse(String key, @Nullable String serialized, UnaryOperator<String> named) {
        if (serialized == null || serialized.isBlank()) {
            return null;
        }
        try {
            return JSON.readValue(serialized, Object.class);
        } catch (JsonProcessingException broken) {
            throw new FormRefusedException(
                    List.of(Refusal.of(key, "Trường “" + named.apply(key) + "” không phải là JSON hợp lệ")));
        }
    }
}
