package nepsong.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import nepsong.cycle.Cycle;
import org.jspecify.annotations.Nullable;

/** When a stage of a cycle has begun and when it is done. */
final class StagePolicy {

    private final Cycle cycle;
    private final List<Work> works;
    private final int units;
    private final int blocs;

    /** @param units how many the cycle has, and in how many blocs; none until it is configured */
    StagePolicy(Cycle cycle, List<Work> works, int units, int blocs) {
        this.cycle = cycle;
        this.works = works;
        this.units = units;
        this.blocs = blocs;
    }

    List<StageProgress> stages() {
        List<StageProgress> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            stages.add(progress(stage));
        }
        return stages;
    }

    /** The first that is not done; the last when all are. */
    static Stage current(List<StageProgress> stages) {
        return stages.stream()
                .filter(stage -> stage.situation() != Situation.DONE)
                .findFirst()
                .map(StageProgress::stage)
                .orElse(Stage.COMMENDATION);
    }

    private StageProgress progress(Stage stage) {
        List<Work> own = works.stream()
                .filter(work ->
                        Stage.ofProcess(work.process()).filter(stage::equals).isPresent())
                .toList();
        Instant started = own.stream()
                .map(work -> stage.opensWith(work.process()) ? work.startedAt() : work.firstTaskAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        int open = sum(own, Work::open);
        int late = sum(own, Work::late);
        boolean done = isDone(stage);
        return new StageProgress(
                stage,
                situation(done, started, late),
                started,
                done ? end(stage) : null,
                open,
                sum(own, Work::done),
                late);
    }

    private Situation situation(boolean done, @Nullable Instant started, int late) {
        if (done) {
            return Situation.DONE;
        }
        if (started == null) {
            return Situation.WAITING;
        }
        if (cycle.isOver()) {
            return Situation.STOPPED;
        }
        return late > 0 ? Situation.LATE : Situation.RUNNING;
    }

    private boolean isDone(Stage stage) {
        // The engine's history is not kept for ever, the end of a cycle is.
        if (cycle.finishedAt() != null) {
            return true;
        }
        return switch (stage) {
            case DIRECTIVE -> completed("directive") > 0 && units > 0;
            case SELF_ASSESSMENT -> units > 0 && completed("self-assessment") >= units;
            case CROSS_INSPECTION -> blocs > 0 && completed("bloc-inspection") >= blocs;
            case EVALUATION -> completed("evaluation") > 0;
            case COMMENDATION -> false;
        };
    }

    private @Nullable Instant end(Stage stage) {
        String last =
                switch (stage) {
                    case CROSS_INSPECTION -> "bloc-inspection";
                    case COMMENDATION -> "inspection-cycle";
                    default -> stage.code();
                };
        return works.stream()
                .filter(work -> work.process().equals(last))
                .map(Work::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private int completed(String process) {
        return works.stream()
                .filter(work -> work.process().equals(process))
                .mapToInt(Work::completed)
                .sum();
    }

    private static int sum(List<Work> works, ToIntFunction<Work> what) {
        return works.stream().mapToInt(what).sum();
    }
}
