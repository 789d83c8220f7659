package nepsong.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import nepsong.organisation.Person;

/** How an inspection team must be made up. */
final class TeamPolicy {

    private static final int FEWEST_MEMBERS = 3;
    private static final int FEWEST_AGENCIES = 2;
    private static final int MOST_GROUPS = 2;

    private TeamPolicy() {}

    /**
     * @param firstDay before which neither the decision nor the term can lie
     * @param today    after which no decision can lie
     */
    static List<Refusal> judge(Team team, LocalDate firstDay, LocalDate today, LocalDate lastDay) {
        List<Refusal> refusals = new ArrayList<>();
        judgePeople(team, refusals);
        judgeGroups(team, refusals);
        if (team.termTo().isBefore(team.termFrom())) {
            refusals.add(Refusal.of("termTo", "Ngày kết thúc hoạt động không được trước ngày bắt đầu"));
        }
        if (team.termFrom().isBefore(firstDay)) {
            refusals.add(Refusal.of("termFrom", "Đoàn không thể hoạt động trước khi kế hoạch được soạn"));
        }
        if (team.termTo().isAfter(lastDay)) {
            refusals.add(Refusal.of(
                    "termTo", "Thời hạn hoạt động phải nằm trong kỳ, không quá ngày 31/12/" + lastDay.getYear()));
        }
        if (team.decidedOn().isAfter(today)) {
            refusals.add(Refusal.of("decidedOn", "Ngày quyết định không được sau hôm nay"));
        }
        if (team.decidedOn().isBefore(firstDay)) {
            refusals.add(Refusal.of("decidedOn", "Ngày quyết định không được trước ngày soạn kế hoạch"));
        }
        return refusals;
    }

    /** A duty of one's own is a member's; a deputy has those of the team. */
    static List<Refusal> judgeDuties(Team team, List<Person> charged) {
        Set<String> members = team.members().stream().map(TeamMember::person).collect(Collectors.toSet());
        return charged.stream()
                .filter(person -> !members.contains(person.id()))
                .map(person -> Refusal.ofRow(
                        "memberDuties", person.name(), "Chỉ ghi nhiệm vụ riêng cho người đã chọn ở “Thành viên”"))
                .toList();
    }

    private static void judgePeople(Team team, List<Refusal> refusals) {
        Set<String> seated = new HashSet<>(Set.of(team.head()));
        for (String deputy : team.deputies()) {
            if (!seated.add(deputy)) {
                refusals.add(Refusal.of("deputies", "Trưởng đoàn không thể đồng thời là phó trưởng đoàn"));
            }
        }
        for (String secretary : team.secretaries()) {
            if (!seated.add(secretary)) {
                refusals.add(
                        Refusal.of("secretaries", "Thư ký không thể đồng thời là trưởng đoàn hay phó trưởng đoàn"));
            }
        }
        if (team.members().stream().anyMatch(member -> seated.contains(member.person()))) {
            refusals.add(Refusal.of("members", "Một người chỉ giữ một vị trí trong đoàn"));
        }
        if (team.members().size() < FEWEST_MEMBERS) {
            refusals.add(Refusal.of(
                    "members",
                    "Đoàn cần ít nhất 3 thành viên ngoài trưởng đoàn, phó trưởng đoàn và thư ký (hiện có "
                            + team.members().size() + ")"));
        }
        long agencies = team.members().stream()
                .map(TeamMember::agency)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (agencies < FEWEST_AGENCIES) {
            refusals.add(Refusal.of("members", "Thành viên đoàn phải đến từ ít nhất 2 cơ quan"));
        }
        if (team.observers().stream().anyMatch(team.working()::contains)) {
            refusals.add(Refusal.of(
                    "observers", "Quan sát viên không giữ vị trí nào khác trong đoàn: hãy bỏ ở một trong hai"));
        }
    }

    private static void judgeGroups(Team team, List<Refusal> refusals) {
        Set<String> names = new HashSet<>();
        Map<String, Integer> groups = new HashMap<>();
        Set<String> working = team.working();
        for (WorkingGroup group : team.groups()) {
            if (!names.add(group.name())) {
                refusals.add(Refusal.ofRow("groups", group.name(), "Mỗi tổ công tác cần một tên riêng"));
            }
            if (!working.contains(group.head())) {
                refusals.add(Refusal.ofRow("groups", group.name(), "Tổ trưởng phải là người của đoàn"));
            }
            if (!working.containsAll(group.members())) {
                refusals.add(Refusal.ofRow("groups", group.name(), "Tổ công tác chỉ gồm người của đoàn"));
            }
            List<String> people = group.people().toList();
            people.forEach(person -> groups.merge(person, 1, Integer::sum));
            if (people.stream().anyMatch(person -> groups.getOrDefault(person, 0) > MOST_GROUPS)) {
                refusals.add(Refusal.ofRow("groups", group.name(), "Một người tham gia nhiều nhất 2 tổ công tác"));
            }
        }
    }
}
