package nepsong.progress;

import java.util.List;

/**
 * How a unit stands in a cycle.
 *
 * @param unit      its code
 * @param bloc      code of its bloc
 * @param stage     the first that it has not behind it
 * @param openTasks about this unit, whoever has them
 * @param late      those of them whose due date is past
 * @param cells     one for each of {@link Stage#OF_UNITS}
 */
public record UnitProgress(
        String unit, String name, String bloc, Stage stage, int openTasks, int late, List<Cell> cells) {

    public UnitProgress {
        cells = List.copyOf(cells);
    }

    /** A unit in one stage; {@code open} and {@code late} count tasks about this unit alone. */
    public record Cell(Stage stage, Situation situation, int open, int late) {}
}
