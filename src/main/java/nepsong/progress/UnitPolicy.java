package nepsong.progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.cycle.Bloc;
import nepsong.progress.UnitProgress.Cell;

/** Where each unit of a cycle stands. */
final class UnitPolicy {

    private final List<StageProgress> stages;
    private final Map<String, List<Work>> bySubject;
    private final Set<String> missed;
    private final boolean over;
    /** Whether the units to be commended have been picked: who has no nomination then gets none. */
    private final boolean nominated;

    /**
     * @param bySubject the cycle's work; what is about a unit stands under its code
     * @param missed    units whose window closed before they handed anything in
     * @param over      whether the cycle has come to its end, or was stopped
     */
    UnitPolicy(List<StageProgress> stages, Map<String, List<Work>> bySubject, Set<String> missed, boolean over) {
        this.stages = stages;
        this.bySubject = bySubject;
        this.missed = missed;
        this.over = over;
        this.nominated = of(Stage.COMMENDATION).situation() == Situation.DONE
                || bySubject.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(work -> Stage.COMMENDATION.opensWith(work.process()));
    }

    UnitProgress progress(Bloc bloc, String unit, String name) {
        Map<Stage, List<Work>> works = new EnumMap<>(Stage.class);
        bySubject.getOrDefault(unit, List.of()).forEach(work -> Stage.ofProcess(work.process())
                .ifPresent(stage ->
                        works.computeIfAbsent(stage, none -> new ArrayList<>()).add(work)));
        List<Cell> cells = Stage.OF_UNITS.stream()
                .map(stage -> cell(stage, unit, works.getOrDefault(stage, List.of())))
                .toList();
        return new UnitProgress(
                unit,
                name,
                bloc.code(),
                stage(cells),
                cells.stream().mapToInt(Cell::open).sum(),
                cells.stream().mapToInt(Cell::late).sum(),
                cells);
    }

    private Stage stage(List<Cell> cells) {
        if (of(Stage.DIRECTIVE).situation() != Situation.DONE) {
            return Stage.DIRECTIVE;
        }
        return cells.stream()
                .filter(cell -> !cell.situation().isOver())
                .findFirst()
                .map(Cell::stage)
                .orElse(Stage.COMMENDATION);
    }

    private Cell cell(Stage stage, String unit, List<Work> works) {
        int open = works.stream().mapToInt(Work::open).sum();
        int late = works.stream().mapToInt(Work::late).sum();
        return new Cell(stage, situation(stage, unit, works, late), open, late);
    }

    private Situation situation(Stage stage, String unit, List<Work> works, int late) {
        if (late > 0) {
            return Situation.LATE;
        }
        if (stage == Stage.SELF_ASSESSMENT && missed.contains(unit)) {
            return Situation.MISSED;
        }
        if (stage == Stage.EVALUATION) {
            // Graded and published together; an appeal that is late is shown as such.
            Situation together = of(stage).situation();
            return together == Situation.LATE ? Situation.RUNNING : together;
        }
        return ownWay(stage, works);
    }

    private Situation ownWay(Stage stage, List<Work> works) {
        List<Work> own =
                works.stream().filter(work -> stage.opensWith(work.process())).toList();
        if (own.isEmpty()) {
            return withoutWork(stage);
        }
        if (own.stream().allMatch(Work::isCompleted)) {
            return Situation.DONE;
        }
        return over ? Situation.STOPPED : Situation.RUNNING;
    }

    private Situation withoutWork(Stage stage) {
        if (stage == Stage.COMMENDATION && nominated) {
            return Situation.NONE;
        }
        return of(stage).situation() == Situation.DONE ? Situation.DONE : Situation.WAITING;
    }

    private StageProgress of(Stage stage) {
        return stages.get(stage.ordinal());
    }
}
