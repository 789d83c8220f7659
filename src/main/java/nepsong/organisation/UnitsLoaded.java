package nepsong.organisation;

import java.util.List;

/** The registry took these units in, or corrected them. */
public record UnitsLoaded(List<Unit> units) {

    public UnitsLoaded {
        units = List.copyOf(units);
    }
}
