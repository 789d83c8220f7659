package nepsong.commendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Anybody with a role proposes to commend a unit or a person, at any time. */
@Component
public class ProposeNomination {

    private final Nominations nominations;
    private final Units units;
    private final AwardTables tables;
    private final Clock clock;

    ProposeNomination(Nominations nominations, Units units, AwardTables tables, Clock clock) {
        this.nominations = nominations;
        this.units = units;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * What the table refuses whatever may be found out later is refused here already.
     *
     * @param consent whether the nominated agree to be named and shown; the nomination then says since when
     */
    @Transactional
    public List<Refusal> propose(Nomination nomination, boolean consent) {
        List<Refusal> refusals = new ArrayList<>(NominationPolicy.judge(nomination, consent, LocalDate.now(clock)));
        if (units.find(nomination.unit()).isEmpty()) {
            refusals.add(Refusal.of("unit", "Không có đơn vị này"));
        }
        AwardTables.Answer answer = tables.eligibility(new AwardTables.Case(
                nomination.subject().type(), nomination.proposed(), FoundFacts.none(), null, null, true, true));
        if (answer.eligibility() == Eligibility.REFUSED) {
            refusals.add(Refusal.of("awardForm", answer.reason()));
        }
        if (refusals.isEmpty()) {
            nominations.add(nomination);
        }
        return refusals;
    }
}
