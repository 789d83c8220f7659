package nepsong.progress;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link Listing}.
 *
 * @param values one per column: String, Long, BigDecimal, LocalDate, Instant, or null
 */
public record Row(Listing listing, List<@Nullable Object> values) {

    public Row {
        values = Collections.unmodifiableList(values);
    }

    public @Nullable Object get(String key) {
        return values.get(listing.position(key));
    }

    /** Empty where there is none. */
    public String text(String key) {
        Object value = get(key);
        return value == null ? "" : value.toString();
    }

    /** 0 where there is none. */
    public long count(String key) {
        return get(key) instanceof Number number ? number.longValue() : 0;
    }

    public @Nullable BigDecimal score(String key) {
        return get(key) instanceof BigDecimal number ? number : null;
    }
}
