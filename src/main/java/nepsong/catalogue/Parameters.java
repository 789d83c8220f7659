package nepsong.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters as they are for whatever is configured next. */
public interface Parameters {

    ParameterValues current();

    /** In the order of {@link Parameter}. */
    List<Entry> all();

    /** @param changedAt null, as who changed it and why, while it is what it was at first */
    record Entry(
            Parameter parameter,
            BigDecimal value,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable String reason) {}
}
