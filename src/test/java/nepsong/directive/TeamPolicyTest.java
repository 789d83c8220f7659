package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.junit.jupiter.api.Test;

class TeamPolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 3, 20);
    private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);
    private static final List<TeamMember> MEMBERS = List.of(
            new TeamMember("member1", "Ủy ban Mặt trận Tổ quốc"),
            new TeamMember("member2", "Sở Nội vụ"),
            new TeamMember("member3", "Sở Nội vụ"));

    @Test
    void aTeamOfThreeMembersFromTwoAgenciesIsAccepted() {
        assertThat(judge(team("headOfTeam", List.of("secretary"), MEMBERS, TODAY, LAST, TODAY)))
                .isEmpty();
    }

    @Test
    void aTeamNeedsThreeMembersFromTwoAgencies() {
        assertThat(judge(team("headOfTeam", List.of("secretary"), MEMBERS.subList(1, 3), TODAY, LAST, TODAY)))
                .extracting(Refusal::field)
                .containsExactly("members", "members");
    }

    @Test
    void nobodyHoldsTwoPlaces() {
        assertThat(judge(team("member1", List.of("member1"), MEMBERS, TODAY, LAST, TODAY)))
                .extracting(Refusal::field)
                .containsExactly("secretaries", "members");
    }

    @Test
    void theTermLiesInsideTheCycle() {
        assertThat(judge(
                        team("headOfTeam", List.of("secretary"), MEMBERS, FIRST.minusDays(1), LAST.plusDays(1), TODAY)))
                .extracting(Refusal::field)
                .containsExactly("termFrom", "termTo");
        assertThat(judge(team("headOfTeam", List.of("secretary"), MEMBERS, LAST, TODAY, TODAY)))
                .extracting(Refusal::field)
                .containsExactly("termTo");
    }

    @Test
    void aDecisionOfTomorrowIsNoDecisionYet() {
        assertThat(judge(team("headOfTeam", List.of("secretary"), MEMBERS, TODAY, LAST, TODAY.plusDays(1))))
                .extracting(Refusal::reason)
                .containsExactly("Ngày quyết định không được sau hôm nay");
    }

    private static List<Refusal> judge(Team team) {
        return TeamPolicy.judge(team, FIRST, TODAY, LAST);
    }

    private static Team team(
            String head,
            List<String> secretaries,
            List<TeamMember> members,
            LocalDate from,
            LocalDate to,
            LocalDate decidedOn) {
        return new Team(
                "2023", head, List.of(), secretaries, members, "Nhiệm vụ", from, to, 245, "QĐ-SVHTT", decidedOn);
    }
}
