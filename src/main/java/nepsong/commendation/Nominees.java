package nepsong.commendation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import org.springframework.stereotype.Component;

/** Which units may be nominated after a cycle. */
@Component
public class Nominees {

    private final Results results;
    private final AwardTables tables;

    Nominees(Results results, AwardTables tables) {
        this.results = results;
        this.tables = tables;
    }

    /** The best first; nothing but the result speaks for or against a unit yet. */
    public List<Nominee> of(String cycle) {
        return results.of(cycle).stream()
                .flatMap(result -> nominee(result).stream())
                .sorted(Comparator.comparing((Nominee nominee) -> !nominee.first())
                        .thenComparing(nominee -> nominee.result().rank()))
                .toList();
    }

    private Optional<Nominee> nominee(Result result) {
        AwardTables.Answer answer = tables.eligibility(new AwardTables.Case(
                SubjectType.COLLECTIVE,
                AwardForm.CERTIFICATE_OF_MERIT,
                FoundFacts.none(),
                result.grade(),
                result.rank(),
                false,
                true));
        return switch (answer.eligibility()) {
            case ELIGIBLE -> Optional.of(new Nominee(result, AwardForm.CERTIFICATE_OF_MERIT, answer.reason(), true));
            case DOWNGRADED -> Optional.of(new Nominee(result, AwardForm.COMMENDATION_LETTER, answer.reason(), false));
            case ON_HOLD, SUPPLEMENT, REFUSED -> Optional.empty();
        };
    }
}
