package nepsong;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Unit;

/** A cycle of one bloc that a test tries something on, and what the models know of a unit in it. */
public final class Trial {

    private static final String BLOC = "khoi-1";
    private static final String BLOC_NAME = "Khối 1";
    private static final String NAME = "Kỳ kiểm tra thử";

    private Trial() {}

    public static Cycle cycle(String code, Instant startedAt) {
        return new Cycle(code, 2023, NAME, null, null, startedAt, "office", null, null, null);
    }

    /** With the first checklist and everybody's own deadlines. */
    public static Cycles.Configuration configuration(String code, String... units) {
        return new Cycles.Configuration(code, 1, null, List.of(new Bloc(BLOC, BLOC_NAME, List.of(units))), Map.of());
    }

    /** The variables with which a bloc calls the process of one of its units. */
    public static Map<String, Object> unit(String cycle, String unit, String unitName) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("cycle", cycle);
        variables.put("cycleName", NAME);
        variables.put("bloc", BLOC);
        variables.put("blocName", BLOC_NAME);
        variables.put("unit", unit);
        variables.put("unitKey", Unit.keyOf(unit));
        variables.put("unitName", unitName);
        return variables;
    }
}
