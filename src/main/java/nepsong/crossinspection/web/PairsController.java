package nepsong.crossinspection.web;

import java.util.List;
import nepsong.crossinspection.Pairings;
import nepsong.cycle.Cycles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/cycles/{code}/pairs}: who inspects whom, of the blocs whose pairs are approved. */
@RestController
class PairsController {

    private final Pairings pairings;
    private final Cycles cycles;

    PairsController(Pairings pairings, Cycles cycles) {
        this.pairings = pairings;
        this.cycles = cycles;
    }

    @GetMapping("/api/cycles/{code}/pairs")
    List<ApprovedPair> pairs(@PathVariable String code) {
        if (cycles.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Không có kỳ kiểm tra “" + code + "”");
        }
        return pairings.approved(code).stream()
                .flatMap(pairing -> pairing.pairs().stream()
                        .map(pair -> new ApprovedPair(
                                pair.inspecting(),
                                pair.inspected(),
                                pairing.bloc(),
                                pairing.seed(),
                                pairing.warnings())))
                .toList();
    }

    /** @param warnings of the whole bloc, when it was paired */
    record ApprovedPair(String inspecting, String inspected, String bloc, long seed, List<String> warnings) {}
}
