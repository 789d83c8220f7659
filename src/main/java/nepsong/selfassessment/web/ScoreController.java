package nepsong.selfassessment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.catalogue.Checklist;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.CriteriaSet;
import nepsong.catalogue.Criterion;
import nepsong.cycle.Refusal;
import nepsong.selfassessment.Answer;
import nepsong.selfassessment.ScoringPolicy;
import nepsong.selfassessment.SetScore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Scores a card by the newest published checklist and stores nothing. What is refused counts zero, so there is always a score. */
@RestController
class ScoreController {

    private final Checklists checklists;

    ScoreController(Checklists checklists) {
        this.checklists = checklists;
    }

    @PostMapping("/api/score")
    ResponseEntity<?> score(@RequestBody Card card) {
        Optional<CriteriaSet> set = Arrays.stream(CriteriaSet.values())
                .filter(candidate -> candidate.code().equals(card.set())
                        || candidate.prefix().equals(card.set()))
                .findFirst();
        if (set.isEmpty()) {
            return problem(HttpStatus.BAD_REQUEST, "Bộ tiêu chí (set) phải là “workplace” hoặc “public-place”.");
        }
        Optional<Checklist> newest = checklists.published().stream().findFirst();
        if (newest.isEmpty()) {
            return problem(HttpStatus.CONFLICT, "Chưa có bộ tiêu chí nào được công bố.");
        }
        List<Criterion> criteria = newest.get().of(set.get());
        List<Answer> answers = card.answers();
        SetScore result = SetScore.of(criteria, answers);
        return ResponseEntity.ok(new Result(
                result.score(),
                result.groups(),
                ScoringPolicy.check(criteria, answers, false).stream()
                        .map(Refused::of)
                        .toList()));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }

    record Card(@Nullable String set, @Nullable List<@Nullable Row> criteria) {

        List<Answer> answers() {
            return criteria == null
                    ? List.of()
                    : criteria.stream()
                            .filter(Objects::nonNull)
                            .map(Row::answer)
                            .toList();
        }
    }

    record Row(
            @Nullable String code,
            @Nullable BigDecimal score,
            @Nullable Boolean notApplicable,
            @Nullable String naReason) {

        Answer answer() {
            return new Answer(code == null ? "" : code, Boolean.TRUE.equals(notApplicable), naReason, score);
        }
    }

    record Result(BigDecimal score, Map<String, BigDecimal> groups, List<Refused> refusals) {}

    /** @param code the criterion's; absent where the whole card is meant */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(@Nullable String code, String reason) {

        static Refused of(Refusal refusal) {
            return new Refused(refusal.row(), refusal.reason());
        }
    }
}
