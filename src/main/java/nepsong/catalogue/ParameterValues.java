package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** What the parameters are at one time. */
public record ParameterValues(Map<Parameter, BigDecimal> values) {

    public ParameterValues {
        values = Map.copyOf(values);
    }

    /** @throws NoSuchElementException where nobody has set it */
    public BigDecimal get(Parameter parameter) {
        BigDecimal value = values.get(parameter);
        if (value == null) {
            throw new NoSuchElementException("no value of the parameter " + parameter.code());
        }
        return value;
    }

    /** Only of a parameter whose step is a whole number. */
    public int integer(Parameter parameter) {
        return get(parameter).intValueExact();
    }

    public ParameterValues with(Map<Parameter, BigDecimal> others) {
        Map<Parameter, BigDecimal> both = new EnumMap<>(Parameter.class);
        both.putAll(values);
        both.putAll(others);
        return new ParameterValues(both);
    }
}
