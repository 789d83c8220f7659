package nepsong.demonstration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far this year's cycle is played when the demonstration starts: into a stage, which is then under way, or to its end. */
public enum PlayUntil {
    SELF_ASSESSMENT("self-assessment", 38),
    CROSS_INSPECTION("cross-inspection", 66),
    EVALUATION("evaluation", 88),
    COMMENDATION("commendation", 128),
    END("end", 160);

    private final String value;
    private final int workingDays;

    PlayUntil(String value, int workingDays) {
        this.value = value;
        this.workingDays = workingDays;
    }

    /** How long ago the cycle then began, so that it stands there today. */
    public int workingDays() {
        return workingDays;
    }

    public static Optional<PlayUntil> of(String value) {
        return Arrays.stream(values()).filter(one -> one.value.equals(value)).findFirst();
    }

    /** With commas between them. */
    static String allowed() {
        return Arrays.stream(values()).map(one -> one.value).collect(Collectors.joining(", "));
    }
}
