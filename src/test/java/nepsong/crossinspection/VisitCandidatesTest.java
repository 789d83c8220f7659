package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.directive.SeatedMembers;
import nepsong.directive.Team;
import nepsong.directive.TeamMember;
import nepsong.directive.Teams;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import org.junit.jupiter.api.Test;

/** Whom the form of a visit proposes to watch it where the team works as one. */
class VisitCandidatesTest {

    private static final String CYCLE = "2023";
    private static final String UNIT = "q-ba-dinh";
    private static final String INSPECTING = "q-tay-ho";
    private static final LocalDate DAY = LocalDate.of(2023, 9, 6);

    private final People people = mock();
    private final SeatedMembers members = mock();
    private final Teams teams = mock();
    private final Supervisions supervisions = mock();
    private final VisitClashes clashes = mock();
    private final VisitCandidates candidates = new VisitCandidates(people, members, teams, supervisions, clashes);

    @Test
    void anObserverOfTheTeamWhoIsOfNeitherUnitAndHasTimeIsProposed() {
        observedBy("ofTheUnit", "busy", "free");
        when(people.worksFor("ofTheUnit", UNIT)).thenReturn(true);
        when(clashes.free(eq(CYCLE), eq(UNIT), eq(DAY), any())).thenAnswer(asked -> {
            List<String> persons = asked.getArgument(3);
            assertThat(persons).containsExactly("busy", "free");
            return List.of("free");
        });
        assertThat(candidates.observer(CYCLE, UNIT, INSPECTING, DAY)).contains("free");
    }

    @Test
    void whereTheDecisionNamesNoObserverNobodyIsProposedAndMembersMayBeChosen() {
        observedBy();
        Person member = person("member1");
        when(members.of(CYCLE)).thenReturn(List.of(member));
        assertThat(candidates.observer(CYCLE, UNIT, INSPECTING, DAY)).isEmpty();
        assertThat(candidates.observers(CYCLE, UNIT, INSPECTING)).containsExactly(member);
    }

    private void observedBy(String... observers) {
        when(supervisions.of(CYCLE, UNIT)).thenReturn(Optional.empty());
        when(teams.find(CYCLE))
                .thenReturn(Optional.of(new Team(
                        CYCLE,
                        "headOfTeam",
                        List.of(),
                        List.of("secretary"),
                        List.of(new TeamMember("member1", null)),
                        List.of(observers),
                        List.of(),
                        "Kiểm tra theo kế hoạch",
                        DAY,
                        DAY.plusYears(1),
                        31,
                        "QĐ-SVHTT",
                        DAY)));
        for (String observer : Set.of(observers)) {
            when(people.find(observer)).thenReturn(Optional.of(person(observer)));
        }
    }

    private static Person person(String id) {
        return new Person(id, "Nguyễn Văn Mẫu", id + "@nepsong.example", "", "", null, null);
    }
}
