package nepsong.crossinspection.web;

import java.util.List;
import java.util.Map;
import nepsong.crossinspection.Pairings;
import nepsong.crossinspection.Supervisions;
import nepsong.cycle.Cycles;
import nepsong.directive.WorkingGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/cycles/{code}/pairs}: who inspects whom, of the blocs whose pairs are approved. */
@RestController
class PairsController {

    private final Pairings pairings;
    private final Supervisions supervisions;
    private final Cycles cycles;

    PairsController(Pairings pairings, Supervisions supervisions, Cycles cycles) {
        this.pairings = pairings;
        this.supervisions = supervisions;
        this.cycles = cycles;
    }

    @GetMapping("/api/cycles/{code}/pairs")
    List<ApprovedPair> pairs(@PathVariable String code) {
        if (cycles.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có kỳ kiểm tra “" + code + "”");
        }
        Map<String, WorkingGroup> groups = supervisions.of(code);
        return pairings.approved(code).stream()
                .flatMap(pairing -> pairing.pairs().stream()
                        .map(pair -> new ApprovedPair(
                                pair.inspecting(),
                                pair.inspected(),
                                pairing.bloc(),
                                pairing.seed(),
                                pairing.warnings(),
                                name(groups.get(pair.inspected())))))
                .toList();
    }

    private static @Nullable String name(@Nullable WorkingGroup group) {
        return group == null ? null : group.name();
    }

    /**
     * @param warnings     of the whole bloc, when it was paired
     * @param workingGroup of the team that looks after the inspection; null where the team has no groups
     */
    record ApprovedPair(
            String inspecting,
            String inspected,
            String bloc,
            long seed,
            List<String> warnings,
            @Nullable String workingGroup) {}
}
