package nepsong.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import nepsong.organisation.Seen;
import org.jspecify.annotations.Nullable;

/** The parameters as they are for whatever is configured next. */
public interface Parameters {

    ParameterValues current();

    /** In the order of {@link Parameter}. */
    List<Entry> all();

    /** @throws NoSuchElementException where nobody has set it */
    default Entry entry(Parameter parameter) {
        return all().stream()
                .filter(one -> one.parameter() == parameter)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no value of the parameter " + parameter.code()));
    }

    /** @param changedAt null, as who changed it and why, while it is what it was at first */
    record Entry(
            Parameter parameter,
            BigDecimal value,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable String reason) {

        /** Of what a page shows, for whoever changes it. */
        public String seen() {
            return Seen.mark(this);
        }
    }
}
