package nepsong.commendation.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import nepsong.commendation.SubjectType;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Nominations and their state, for programs. */
@RestController
class CommendationController {

    private final Nominations nominations;

    CommendationController(Nominations nominations) {
        this.nominations = nominations;
    }

    @GetMapping("/api/commendations")
    List<Entry> list(@RequestParam(required = false) @Nullable String cycle) {
        return nominations.of(cycle).stream().map(Entry::of).toList();
    }

    /**
     * @param award      what may be awarded as things stand
     * @param stateTitle the state in Vietnamese
     * @param prizeMoney đồng; null before the decision
     * @param reached    how many people it was made known to; null where nobody counted
     */
    record Entry(
            String id,
            @Nullable String cycle,
            String unit,
            SubjectType subject,
            String name,
            AwardForm proposed,
            AwardForm award,
            NominationState state,
            String stateTitle,
            OffsetDateTime proposedAt,
            @Nullable LocalDate awardedOn,
            @Nullable Long prizeMoney,
            @Nullable Integer reached) {

        static Entry of(Nomination nomination) {
            return new Entry(
                    nomination.id(),
                    nomination.cycle(),
                    nomination.unit(),
                    nomination.subject().type(),
                    nomination.subject().name(),
                    nomination.proposed(),
                    nomination.award(),
                    nomination.state(),
                    nomination.state().title(),
                    nomination.proposedAt().atOffset(ZoneOffset.UTC),
                    nomination.milestones().awardedOn(),
                    nomination.milestones().prizeMoney(),
                    nomination.milestones().audience());
        }
    }
}
