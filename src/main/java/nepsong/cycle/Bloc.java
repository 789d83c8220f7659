package nepsong.cycle;

import java.util.List;

/**
 * Units that inspect each other and are ranked among themselves.
 *
 * @param code  e.g. {@code khoi-1}, unique in its cycle
 * @param units their codes, in order
 */
public record Bloc(String code, String name, List<String> units) {

    public Bloc {
        units = List.copyOf(units);
    }
}
