package nepsong.correction;

import java.util.Arrays;
import java.util.List;

/** What a form offers where a finding is described, in the order in which it is offered. */
public final class FindingOptions {

    public static final List<Choice> TYPES = Arrays.stream(FindingType.values())
            .map(type -> new Choice(type.name(), type.label()))
            .toList();

    public static final List<Choice> SEVERITIES = Arrays.stream(Severity.values())
            .map(severity -> new Choice(severity.name(), severity.label()))
            .toList();

    private FindingOptions() {}

    /** The value that is stored and the label that a person reads. */
    public record Choice(String value, String label) {}
}
