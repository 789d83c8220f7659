package nepsong.correction;

import java.util.Arrays;
import java.util.Optional;

/** How grave a finding is; the names are those of the decision table {@code finding-deadline}. */
public enum Severity {
    MINOR("Thường"),
    MAJOR("Nặng"),
    CRITICAL("Nghiêm trọng");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Severity> of(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.name().equals(name))
                .findFirst();
    }
}
