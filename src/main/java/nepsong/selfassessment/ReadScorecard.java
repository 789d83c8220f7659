package nepsong.selfassessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A unit's scorecard for those whom it concerns: the unit, its inspectors, the team. To others it is not there. */
@Component
public class ReadScorecard {

    private static final Set<String> TEAM = Set.of(
            Groups.STANDING_OFFICE,
            Groups.SECRETARIES,
            Groups.HEAD_OF_TEAM,
            Groups.TEAM_MEMBERS,
            Groups.APPRAISERS,
            Groups.MANAGERS);

    private final Scorecards scorecards;
    private final People people;
    private final List<ScorecardReaders> readers;
    private final AuditTrail trail;

    ReadScorecard(Scorecards scorecards, People people, List<ScorecardReaders> readers, AuditTrail trail) {
        this.scorecards = scorecards;
        this.people = people;
        this.readers = readers;
        this.trail = trail;
    }

    /** Empty where there is none or the person may not see it. */
    @Transactional(readOnly = true)
    public Optional<List<ScorecardRow>> read(String cycle, String unit, String person) {
        Set<String> groups = people.groupsOf(person);
        boolean own = Groups.areAt(unit, groups);
        boolean may = own
                || groups.stream().anyMatch(TEAM::contains)
                || readers.stream().anyMatch(reader -> reader.mayRead(cycle, unit, groups));
        if (may && !own) {
            trail.record(AuditEvent.of("scorecard.read").by(person).of(cycle, unit));
        }
        return Optional.of(may ? scorecards.of(cycle, unit) : List.<ScorecardRow>of())
                .filter(rows -> !rows.isEmpty());
    }
}
