package nepsong.progress.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import nepsong.cycle.Cycle;
import nepsong.progress.CycleOverview;
import nepsong.progress.CycleProgress;
import nepsong.progress.CycleState;
import nepsong.progress.ListCycles;
import nepsong.progress.ReadProgress;
import nepsong.progress.StageProgress;
import nepsong.progress.UnitProgress;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs; stages are named by their codes, e.g. {@code self-assessment}. */
@RestController
@RequestMapping("/api/cycles")
@Tag(name = "Kỳ kiểm tra")
class ProgressApi {

    private final ListCycles cycles;
    private final ReadProgress progress;

    ProgressApi(ListCycles cycles, ReadProgress progress) {
        this.cycles = cycles;
        this.progress = progress;
    }

    @GetMapping
    @Operation(summary = "Các kỳ kiểm tra, mới nhất trước")
    List<CycleEntry> cycles() {
        return cycles.list().stream().map(CycleEntry::of).toList();
    }

    @GetMapping("/{code}/progress")
    @Operation(summary = "Tiến độ của một kỳ: từng giai đoạn, từng đơn vị")
    Progress progress(@PathVariable String code) {
        return progress.of(code).map(Progress::of).orElseThrow(() -> new UnknownCycleException(code));
    }

    record CycleEntry(
            String code,
            String name,
            CycleState state,
            String stage,
            Instant startedAt,
            @Nullable Instant configuredAt,
            @Nullable Instant finishedAt,
            @Nullable Instant withdrawnAt) {

        static CycleEntry of(CycleOverview overview) {
            Cycle cycle = overview.cycle();
            return new CycleEntry(
                    cycle.code(),
                    cycle.name(),
                    overview.state(),
                    overview.stage().code(),
                    cycle.startedAt(),
                    cycle.configuredAt(),
                    cycle.finishedAt(),
                    cycle.withdrawnAt());
        }
    }

    record Progress(
            String code, String name, CycleState state, String stage, List<StageEntry> stages, List<UnitEntry> units) {

        static Progress of(CycleProgress progress) {
            return new Progress(
                    progress.cycle().code(),
                    progress.cycle().name(),
                    progress.state(),
                    progress.stage().code(),
                    progress.stages().stream().map(StageEntry::of).toList(),
                    progress.units().stream().map(UnitEntry::of).toList());
        }
    }

    record StageEntry(
            String stage,
            String name,
            String situation,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int open,
            int done,
            int late) {

        static StageEntry of(StageProgress progress) {
            return new StageEntry(
                    progress.stage().code(),
                    progress.stage().title(),
                    progress.situation().name(),
                    progress.startedAt(),
                    progress.endedAt(),
                    progress.open(),
                    progress.done(),
                    progress.late());
        }
    }

    record UnitEntry(String unit, String bloc, String stage, int openTasks, int late) {

        static UnitEntry of(UnitProgress progress) {
            return new UnitEntry(
                    progress.unit(), progress.bloc(), progress.stage().code(), progress.openTasks(), progress.late());
        }
    }
}
