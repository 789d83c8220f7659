package nepsong.cycle;

import nepsong.organisation.Unit;
import nepsong.organisation.Units;

/**
 * What a task is about.
 *
 * @param cycle code of the cycle
 * @param unit  code of the unit; empty where it is about no unit, or about many
 */
public record Affair(String cycle, String unit) {

    /** @param businessKey the cycle's code and, mostly, a slash and what in it: {@code 2023/q-ba-dinh} */
    public static Affair of(String businessKey, Units units) {
        String[] parts = businessKey.split("/", 2);
        String unit =
                parts.length == 1 ? "" : units.find(parts[1]).map(Unit::code).orElse("");
        return new Affair(parts[0], unit);
    }
}
