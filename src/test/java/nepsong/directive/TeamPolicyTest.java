package nepsong.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.organisation.Person;
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
    void theHeadIsNoDeputyOfTheirOwn() {
        assertThat(judge(new Team(
                        "2023",
                        "headOfTeam",
                        List.of("director", "headOfTeam"),
                        List.of("secretary"),
                        MEMBERS,
                        List.of(),
                        List.of(),
                        "Nhiệm vụ",
                        TODAY,
                        LAST,
                        245,
                        "QĐ-SVHTT",
                        TODAY)))
                .extracting(Refusal::field, Refusal::reason)
                .containsExactly(tuple("deputies", "Trưởng đoàn không thể đồng thời là phó trưởng đoàn"));
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
        assertThat(judge(team("headOfTeam", List.of("secretary"), MEMBERS, TODAY, LAST, FIRST.minusDays(1))))
                .extracting(Refusal::reason)
                .containsExactly("Ngày quyết định không được trước ngày soạn kế hoạch");
    }

    @Test
    void anObserverHasNoOtherPlace() {
        assertThat(judge(team(List.of("manager")))).isEmpty();
        assertThat(judge(team(List.of("manager", "member3"))))
                .extracting(Refusal::field)
                .containsExactly("observers");
    }

    @Test
    void aWorkingGroupIsMadeUpOfTheTeamAndNobodyIsInMoreThanTwo() {
        WorkingGroup first = new WorkingGroup("Tổ 1", "secretary", List.of("member1", "secretary"), "Khối 1");
        WorkingGroup second = new WorkingGroup("Tổ 2", "member1", List.of("member2"), "");
        assertThat(judge(team(List.of(), first, second))).isEmpty();
        assertThat(judge(team(List.of(), first, second, new WorkingGroup("Tổ 3", "member3", List.of("member1"), ""))))
                .extracting(Refusal::row, Refusal::reason)
                .containsExactly(tuple("Tổ 3", "Một người tham gia nhiều nhất 2 tổ công tác"));
        assertThat(judge(team(
                        List.of("manager"),
                        first,
                        new WorkingGroup("Tổ 1", "manager", List.of("member2", "member5"), ""))))
                .extracting(Refusal::reason)
                .containsExactly(
                        "Mỗi tổ công tác cần một tên riêng",
                        "Tổ trưởng phải là người của đoàn",
                        "Tổ công tác chỉ gồm người của đoàn");
    }

    @Test
    void aDutyOfOnesOwnIsForAMemberAndSaysWhoIsNone() {
        Team team = team(List.of("manager"));
        assertThat(TeamPolicy.judgeDuties(team, List.of(person("member1"), person("member3"))))
                .isEmpty();
        assertThat(TeamPolicy.judgeDuties(team, List.of(person("member1"), person("secretary"), person("manager"))))
                .extracting(Refusal::field, Refusal::row)
                .containsExactly(tuple("memberDuties", "Bà secretary"), tuple("memberDuties", "Bà manager"));
    }

    private static Person person(String id) {
        return new Person(id, "Bà " + id, id + "@nepsong.example", "", "", null, null);
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
        return team(head, secretaries, members, List.of(), List.of(), from, to, decidedOn);
    }

    private static Team team(List<String> observers, WorkingGroup... groups) {
        return team("headOfTeam", List.of("secretary"), MEMBERS, observers, List.of(groups), TODAY, LAST, TODAY);
    }

    private static Team team(
            String head,
            List<String> secretaries,
            List<TeamMember> members,
            List<String> observers,
            List<WorkingGroup> groups,
            LocalDate from,
            LocalDate to,
            LocalDate decidedOn) {
        return new Team(
                "2023",
                head,
                List.of(),
                secretaries,
                members,
                observers,
                groups,
                "Nhiệm vụ",
                from,
                to,
                245,
                "QĐ-SVHTT",
                decidedOn);
    }
}
