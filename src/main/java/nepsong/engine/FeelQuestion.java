package nepsong.engine;

import java.util.List;
import java.util.Map;

/**
 * An expression with what its answer depends on.
 *
 * @param values of the names that occur in the expression, and of nothing else
 */
record FeelQuestion(String expression, Map<String, Object> values) {

    private static final int SHORT = 40;

    /** That of {@link Map} adds and crosses out: rows that differ in small numbers would fall into one place. */
    @Override
    public int hashCode() {
        return 31 * expression.hashCode() + hash(values);
    }

    private static int hash(Object value) {
        if (value instanceof Map<?, ?> values) {
            int sum = 0;
            for (Map.Entry<?, ?> one : values.entrySet()) {
                int mixed = (31 * one.getKey().hashCode() + hash(one.getValue())) * 0x9E3779B9;
                sum += mixed ^ mixed >>> 15;
            }
            return sum;
        }
        if (value instanceof List<?> values) {
            int hash = 1;
            for (Object one : values) {
                hash = 31 * hash + hash(one);
            }
            return hash;
        }
        return value.hashCode();
    }

    /** Neither the time nor what somebody wrote is kept. */
    boolean isWorthKeeping() {
        return !expression.contains("now(") && !expression.contains("today(") && isShort(values);
    }

    private static boolean isShort(Object value) {
        if (value instanceof Map<?, ?> values) {
            return values.values().stream().allMatch(FeelQuestion::isShort);
        }
        if (value instanceof List<?> values) {
            return values.size() <= SHORT && values.stream().allMatch(FeelQuestion::isShort);
        }
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof String text && text.length() <= SHORT;
    }
}
