package nepsong.engine;

import java.util.List;
import java.util.stream.Collectors;

/** The application must not be started as it is set up. */
final class UnsafeStartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> reasons;

    UnsafeStartException(List<String> reasons) {
        super("it would be unsafe for " + reasons.size() + " reasons");
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }

    /** Each on a line of its own. */
    static String lines(List<String> reasons) {
        return reasons.stream()
                .map(reason -> System.lineSeparator() + "  - " + reason)
                .collect(Collectors.joining());
    }
}
