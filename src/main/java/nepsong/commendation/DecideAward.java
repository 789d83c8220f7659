package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leader of the City signs or refuses an award. */
@Component
public class DecideAward {

    private final Nominations nominations;
    private final AwardRecords records;
    private final AwardTables tables;
    private final NominationMails mails;
    private final Clock clock;

    DecideAward(Nominations nominations, AwardRecords records, AwardTables tables, NominationMails mails, Clock clock) {
        this.nominations = nominations;
        this.records = records;
        this.tables = tables;
        this.mails = mails;
        this.clock = clock;
    }

    /** What goes with the award when it is decided on this day. */
    public Prize prize(Nomination nomination, LocalDate day) {
        return tables.prize(nomination.subject().type(), nomination.award(), day);
    }

    /** Why the person may not decide, in Vietnamese; empty when they may. */
    @Transactional(readOnly = true)
    public Optional<String> objection(String nomination, String person) {
        return objection(nominations.get(nomination), person);
    }

    private static Optional<String> objection(Nomination nomination, String person) {
        return !person.isEmpty() && person.equals(nomination.proposedBy())
                ? Optional.of("Người đề nghị không tự quyết định khen thưởng")
                : Optional.empty();
    }

    /** The money is calculated here, whatever the decision says of it. */
    @Transactional
    public List<Refusal> decide(AwardDecision decision, String leader) {
        LocalDate issuedOn = decision.issuedOn();
        if (issuedOn != null && issuedOn.isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("issuedOn", "Ngày quyết định không được ở trong tương lai"));
        }
        Nomination nomination = nominations.get(decision.nomination());
        Optional<String> objection = objection(nomination, leader);
        if (objection.isPresent()) {
            return List.of(Refusal.of("decision", objection.get()));
        }
        records.add(decision.with(issuedOn == null ? null : prize(nomination, issuedOn)), leader);
        if (!decision.signed()) {
            mails.outcome(nomination, NominationState.NOT_SIGNED);
        }
        return List.of();
    }
}
