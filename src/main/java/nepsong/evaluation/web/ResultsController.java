package nepsong.evaluation.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.cycle.Cycles;
import nepsong.evaluation.Cap;
import nepsong.evaluation.Publication;
import nepsong.evaluation.Publications;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The results of a cycle; before they are published they are there for those who prepare and watch it only, and afterwards
 * for everybody, as far as the decision makes them public: a unit's own are always its own.
 */
@RestController
class ResultsController {

    private static final Set<String> ALWAYS = Set.of(Groups.MANAGERS, Groups.STANDING_OFFICE, Groups.SECRETARIES);

    private final Results results;
    private final Publications publications;
    private final People people;
    private final Cycles cycles;

    ResultsController(Results results, Publications publications, People people, Cycles cycles) {
        this.results = results;
        this.publications = publications;
        this.people = people;
        this.cycles = cycles;
    }

    @GetMapping("/api/cycles/{code}/results")
    List<Row> results(@PathVariable String code, Principal principal) {
        Set<String> groups = people.groupsOf(principal.getName());
        boolean always = groups.stream().anyMatch(ALWAYS::contains);
        Optional<Publication> decision = publications.of(code);
        if (!always && decision.isEmpty() || cycles.find(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Chưa có kết quả của kỳ kiểm tra này.");
        }
        boolean everybodys =
                decision.filter(one -> one.opens(Publication.RANKING)).isPresent();
        return results.of(code).stream()
                .filter(result -> always || everybodys || Groups.areAt(result.unit(), groups))
                .map(Row::of)
                .toList();
    }

    record Row(
            String unit,
            String bloc,
            @Nullable BigDecimal selfScore,
            @Nullable BigDecimal crossScore,
            BigDecimal finalScore,
            BigDecimal bonus,
            BigDecimal penalty,
            String grade,
            String gradeByScore,
            List<String> caps,
            int rank) {

        static Row of(Result result) {
            return new Row(
                    result.unit(),
                    result.bloc(),
                    result.selfScore(),
                    result.crossScore(),
                    result.finalScore(),
                    result.bonus(),
                    result.penalty(),
                    result.grade().name(),
                    result.gradeByScore().name(),
                    result.caps().stream().map(Cap::code).toList(),
                    result.rank());
        }
    }
}
