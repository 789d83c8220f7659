package nepsong.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** The parameters as the first start writes them, for tests without a database. */
public final class UsualParameters {

    private static final Map<Parameter, String> VALUES = Map.ofEntries(
            Map.entry(Parameter.HIGHEST_BONUS, "3"),
            Map.entry(Parameter.HIGHEST_PENALTY, "10"),
            Map.entry(Parameter.BONUS_EACH, "1"),
            Map.entry(Parameter.COMPLAINT_UNANSWERED, "1"),
            Map.entry(Parameter.LATE_PER_DAY, "0.5"),
            Map.entry(Parameter.LATE_HIGHEST, "3"),
            Map.entry(Parameter.DUTY_REFUSED, "3"),
            Map.entry(Parameter.EVIDENCE_UNTRUE, "3"),
            Map.entry(Parameter.EXCELLENT_QUOTA, "20"),
            Map.entry(Parameter.PAIRING_FAR_KILOMETRES, "30"),
            Map.entry(Parameter.PAIRING_FAR, "3"),
            Map.entry(Parameter.PAIRING_SAME_DISTRICT, "2"),
            Map.entry(Parameter.PAIRING_DIFFERENT_SIZE, "1"),
            Map.entry(Parameter.PAIRING_LEADER_CAME_FROM, "5"),
            Map.entry(Parameter.PAIRING_LOOP_OF_THREE, "1"),
            Map.entry(Parameter.DOUBLE_SHARE, "10"),
            Map.entry(Parameter.DOUBLE_FAR_APART, "10"));

    private UsualParameters() {}

    public static ParameterValues values() {
        Map<Parameter, BigDecimal> values = new EnumMap<>(Parameter.class);
        VALUES.forEach((parameter, value) -> values.put(parameter, new BigDecimal(value)));
        return new ParameterValues(values);
    }
}
