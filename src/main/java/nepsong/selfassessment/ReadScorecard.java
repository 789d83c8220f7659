package nepsong.selfassessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    ReadScorecard(Scorecards scorecards, People people, List<ScorecardReaders> readers) {
        this.scorecards = scorecards;
        this.people = people;
        this.readers = readers;
    }

    /** Empty where there is none or the person may not see it. */
    @Transactional(readOnly = true)
    public Optional<List<ScorecardRow>> read(String cycle, String unit, String person) {
        Set<String> groups = people.groupsOf(person);
        boolean may = groups.stream().anyMatch(TEAM::contains)
                || groups.contains(Groups.coordinatorAt(unit))
                || groups.contains(Groups.headAt(unit))
                || groups.contains(Groups.inspectorAt(unit))
                || readers.stream().anyMatch(reader -> reader.mayRead(cycle, unit, groups));
        return Optional.of(may ? scorecards.of(cycle, unit) : List.<ScorecardRow>of())
                .filter(rows -> !rows.isEmpty());
    }
}
