package nepsong.commendation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import nepsong.evaluation.Result;
import nepsong.evaluation.Results;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The award office says what it found, the decision table what follows from it; who may vote is settled with it. */
@Component
public class AppraiseNomination {

    private final Nominations nominations;
    private final AwardRecords records;
    private final AwardAppraisals appraisals;
    private final Results results;
    private final AwardTables tables;
    private final Ballots ballots;
    private final PostNomination posting;
    private final People people;
    private final NominationMails mails;
    private final Clock clock;
    private final ProposerPolicy proposer;

    AppraiseNomination(
            Nominations nominations,
            AwardRecords records,
            AwardAppraisals appraisals,
            Results results,
            AwardTables tables,
            Ballots ballots,
            PostNomination posting,
            People people,
            NominationMails mails,
            Clock clock,
            ProposerPolicy proposer) {
        this.nominations = nominations;
        this.records = records;
        this.appraisals = appraisals;
        this.results = results;
        this.tables = tables;
        this.ballots = ballots;
        this.posting = posting;
        this.people = people;
        this.mails = mails;
        this.clock = clock;
        this.proposer = proposer;
    }

    /** @param eligibility what the flow goes by; null where the appraisal was refused */
    public record Appraised(List<Refusal> refusals, @Nullable Eligibility eligibility) {}

    /** Why the person may not do it, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String nomination, String person) {
        return proposer.objection(nominations.get(nomination), person, Groups.AWARD_OFFICE);
    }

    /**
     * @param missing what the unit is to supplement; null where the file is complete
     */
    @Transactional
    public Appraised appraise(
            String id, FoundFacts facts, @Nullable String missing, @Nullable String remark, String by) {
        Nomination nomination = nominations.get(id);
        List<Refusal> refusals = proposer.check(nomination, by, Groups.AWARD_OFFICE, "appraise");
        if (!refusals.isEmpty()) {
            return new Appraised(refusals, null);
        }
        Result result = resultOf(nomination);
        AwardTables.Answer answer = answer(nomination, facts, result, missing);
        List<String> council =
                people.inGroup(Groups.COUNCIL).stream().map(Person::id).toList();
        if (answer.eligibility().goesToVote() && council.isEmpty()) {
            return new Appraised(
                    List.of(Refusal.of("", "Hội đồng chưa có thành viên nào nên chưa thể đưa ra bỏ phiếu")), null);
        }
        int round = appraisals.of(id).size() + 1;
        AwardForm award =
                answer.eligibility() == Eligibility.DOWNGRADED ? AwardForm.COMMENDATION_LETTER : nomination.proposed();
        appraisals.add(
                new AwardAppraisal(
                        id,
                        round,
                        facts,
                        result,
                        answer.eligibility(),
                        answer.reason(),
                        award,
                        remark,
                        clock.instant()),
                by);
        if (answer.eligibility().goesToVote()) {
            ballots.ask(id, council);
            posting.post(id);
        } else if (answer.eligibility() == Eligibility.SUPPLEMENT) {
            mails.supplement(nomination, round, answer.reason());
        } else if (answer.eligibility() == Eligibility.REFUSED) {
            mails.outcome(nomination, NominationState.INELIGIBLE);
        }
        return new Appraised(List.of(), answer.eligibility());
    }

    private @Nullable Result resultOf(Nomination nomination) {
        String cycle = nomination.cycle();
        return cycle == null || !nomination.subject().isCollective()
                ? null
                : results.of(cycle, nomination.unit()).orElse(null);
    }

    /** What holds or refuses an award weighs more than what is missing in the file. */
    private AwardTables.Answer answer(
            Nomination nomination, FoundFacts facts, @Nullable Result result, @Nullable String missing) {
        AwardTables.Answer answer = tables.eligibility(new AwardTables.Case(
                nomination.subject().type(),
                nomination.proposed(),
                facts,
                result == null ? null : result.grade(),
                result == null ? null : result.rank(),
                nomination.achievement().deedOn() != null,
                records.confirmation(nomination.id())
                        .map(Confirmation::confirmed)
                        .orElse(false)));
        if (missing == null) {
            return answer;
        }
        return switch (answer.eligibility()) {
            case ELIGIBLE, DOWNGRADED -> new AwardTables.Answer(Eligibility.SUPPLEMENT, missing);
            case SUPPLEMENT -> new AwardTables.Answer(Eligibility.SUPPLEMENT, answer.reason() + "; " + missing);
            case ON_HOLD, REFUSED -> answer;
        };
    }
}
