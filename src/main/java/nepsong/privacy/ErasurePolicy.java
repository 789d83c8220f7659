package nepsong.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import nepsong.delegation.Delegation;
import nepsong.delegation.Delegations;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Nobody is erased while others wait for them: what stands in the way is named, with the way out. */
@Component
class ErasurePolicy {

    private static final int NAMED = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final People people;
    private final Delegations delegations;
    private final Obstacles obstacles;
    private final PersonalRows rows;
    private final PersonalData register;
    private final Clock clock;

    ErasurePolicy(
            People people,
            Delegations delegations,
            Obstacles obstacles,
            PersonalRows rows,
            PersonalData register,
            Clock clock) {
        this.people = people;
        this.delegations = delegations;
        this.obstacles = obstacles;
        this.rows = rows;
        this.register = register;
        this.clock = clock;
    }

    /** Empty: the person may be erased now. */
    List<Refusal> refusals(String login, String by) {
        List<String> reasons = new ArrayList<>();
        if (login.equals(by)) {
            reasons.add("Bạn không thể xóa dữ liệu của chính mình; hãy nhờ một quản trị khác");
        }
        ofAdministrators(login, reasons);
        ofTasks(login, reasons);
        ofCycles(login, reasons);
        ofDelegations(login, reasons);
        return reasons.stream().map(reason -> Refusal.of("", reason)).toList();
    }

    private void ofAdministrators(String login, List<String> reasons) {
        if (people.groupsOf(login).contains(Groups.ADMINISTRATORS)
                && people.inGroup(Groups.ADMINISTRATORS).size() < 2) {
            reasons.add("Đây là quản trị hệ thống cuối cùng; hãy giao quyền quản trị cho một người khác trước");
        }
    }

    private void ofTasks(String login, List<String> reasons) {
        List<String> tasks = obstacles.tasksOf(login);
        if (!tasks.isEmpty()) {
            String named = tasks.stream().limit(NAMED).collect(Collectors.joining("; "));
            reasons.add("Đang giữ %d việc chưa xong (%s); hãy giao lại hoặc trả các việc này về nhóm trước"
                    .formatted(tasks.size(), tasks.size() > NAMED ? named + "; …" : named));
        }
    }

    /** Managers and administrators have no part in what a cycle waits for. */
    private void ofCycles(String login, List<String> reasons) {
        List<String> running = obstacles.runningCycles();
        boolean works = people.groupsOf(login).stream()
                .anyMatch(group ->
                        !Set.of("staff", Groups.MANAGERS, Groups.ADMINISTRATORS).contains(group));
        if (works && !running.isEmpty()) {
            reasons.add(
                    "Đang có vai trò (%s) trong khi kỳ %s chưa kết thúc; hãy đưa người này ra khỏi nhóm và giao vai trò cho người khác trước"
                            .formatted(String.join("; ", rows.rolesOf(login)), String.join(", ", running)));
        }
        Set<String> named = new TreeSet<>();
        register.of(Rule.ROLE).forEach(column -> named.addAll(obstacles.cyclesNaming(column, login)));
        if (!named.isEmpty()) {
            reasons.add(
                    "Có tên trong đoàn kiểm tra, danh sách đi kiểm tra hoặc phân công của kỳ %s chưa kết thúc; hãy chờ đến khi kỳ kết thúc"
                            .formatted(String.join(", ", named)));
        }
    }

    private void ofDelegations(String login, List<String> reasons) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        delegations.of(login).stream()
                .filter(one -> one.endedAt() == null && !one.lastDay().isBefore(today))
                .map(Delegation::lastDay)
                .max(LocalDate::compareTo)
                .ifPresent(day ->
                        reasons.add("Có ủy quyền đến hết ngày %s; hãy kết thúc ủy quyền này ở trang Ủy quyền trước"
                                .formatted(DAY.format(day))));
    }
}
