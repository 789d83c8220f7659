package nepsong.delegation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person, or an administrator for them, names who stands in for them. */
@Component
public class NameSubstitute {

    private static final int LONGEST_DAYS = 92;

    private final Delegations delegations;
    private final People people;
    private final DelegationChange change;
    private final Clock clock;
    private final OneAtATime turns;

    NameSubstitute(Delegations delegations, People people, DelegationChange change, Clock clock, OneAtATime turns) {
        this.turns = turns;
        this.delegations = delegations;
        this.people = people;
        this.change = change;
        this.clock = clock;
    }

    /** Asked twice, by a double click, it is done once and answered the same. */
    @Transactional
    public List<Refusal> name(
            String by, String principal, String substitute, LocalDate from, LocalDate until, Set<TaskKind> kinds) {
        turns.forPeople(principal, substitute);
        boolean done = delegations.of(principal).stream()
                .anyMatch(other -> other.isSame(principal, substitute, from, until, kinds));
        if (done && ofPeople(by, principal, substitute).isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        List<Refusal> refusals = new ArrayList<>(ofPeriod(from, until, today));
        if (kinds.isEmpty()) {
            refusals.add(Refusal.of("kinds", "Hãy chọn ít nhất một loại việc để ủy quyền"));
        }
        refusals.addAll(ofPeople(by, principal, substitute));
        if (refusals.isEmpty()) {
            refusals.addAll(ofOthers(principal, substitute, from, until));
        }
        if (refusals.isEmpty()) {
            Delegation delegation =
                    new Delegation(UUID.randomUUID().toString(), principal, substitute, from, until, kinds, by, null);
            delegations.add(delegation, now);
            change.named(delegation);
        }
        return refusals;
    }

    private static List<Refusal> ofPeriod(LocalDate from, LocalDate until, LocalDate today) {
        if (until.isBefore(from)) {
            return List.of(Refusal.of("until", "Ngày kết thúc phải từ ngày bắt đầu trở đi"));
        }
        if (from.isBefore(today)) {
            return List.of(Refusal.of("from", "Ngày bắt đầu không được ở quá khứ"));
        }
        return until.isAfter(from.plusDays(LONGEST_DAYS))
                ? List.of(Refusal.of("until", "Mỗi lần ủy quyền không quá " + LONGEST_DAYS + " ngày"))
                : List.of();
    }

    private List<Refusal> ofPeople(String by, String principal, String substitute) {
        if (!by.equals(principal) && !people.groupsOf(by).contains(Groups.ADMINISTRATORS)) {
            return List.of(Refusal.of("principal", "Chỉ chính người đó hoặc quản trị hệ thống được đặt ủy quyền"));
        }
        if (principal.equals(substitute)) {
            return List.of(Refusal.of("substitute", "Không thể ủy quyền cho chính mình"));
        }
        // One answer for a stranger and for nobody: no name of another unit's people is told.
        boolean equal = people.find(principal).isPresent()
                && people.find(substitute).isPresent()
                && EqualRolePolicy.areEqual(people.groupsOf(principal), people.groupsOf(substitute));
        return equal
                ? List.of()
                : List.of(
                        Refusal.of(
                                "substitute",
                                "Người này không có trong hệ thống hoặc không có vai trò ngang với người ủy quyền; hãy chọn trong danh sách"));
    }

    /** One rule at a time for a person, and no chains: so tasks cannot go round in a loop or to somebody who is away. */
    private List<Refusal> ofOthers(String principal, String substitute, LocalDate from, LocalDate until) {
        for (Delegation other : delegations.of(principal)) {
            if (other.overlaps(from, until)) {
                return List.of(
                        other.principal().equals(principal)
                                ? Refusal.of(
                                        "from",
                                        "Đã có ủy quyền khác trùng thời gian này; hãy kết thúc ủy quyền đó trước")
                                : Refusal.of(
                                        "from",
                                        "Người ủy quyền đang nhận ủy quyền của người khác trong thời gian này; ủy quyền không được nối tiếp hay vòng lại"));
            }
        }
        boolean away = delegations.of(substitute).stream()
                .anyMatch(other -> other.principal().equals(substitute) && other.overlaps(from, until));
        return away
                ? List.of(
                        Refusal.of(
                                "substitute",
                                "Người được chọn cũng ủy quyền cho người khác trong thời gian này; ủy quyền không được nối tiếp hay vòng lại"))
                : List.of();
    }
}
