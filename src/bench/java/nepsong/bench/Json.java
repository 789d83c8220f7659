package nepsong.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.SpinValues;

/** How a form's value is kept by an engine that has nothing but variables. */
final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of a variable's text column, in characters. */
    private static final int LONGEST_TEXT = 4_000;

    private Json() {}

    static Object variable(Object value) {
        boolean structured = value instanceof List || value instanceof Map;
        boolean tooLong = value instanceof String text && text.length() > LONGEST_TEXT;
        return structured || tooLong
                ? SpinValues.jsonValue(write(tooLong ? List.of(value) : value)).create()
                : value;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
