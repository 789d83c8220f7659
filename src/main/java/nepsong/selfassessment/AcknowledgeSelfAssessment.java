package nepsong.selfassessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nepsong.cycle.Cycles;
import nepsong.cycle.Refusal;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A unit takes up the cycle: who answers for it, who will inspect, whom it should not meet. The days to score begin, and
 * with those that its head has to approve they lead to the day by which it must have submitted.
 */
@Component
public class AcknowledgeSelfAssessment {

    private static final String SCORING = "self-assessment.score-criteria";
    private static final String APPROVAL = "self-assessment.approve";
    private static final int FEWEST_INSPECTORS = 2;
    private static final int MOST_INSPECTORS = 3;
    private static final int MOST_CONFLICTS = 5;

    private final SelfAssessments selfAssessments;
    private final Conflicts declared;
    private final Cycles cycles;
    private final People people;
    private final WorkingCalendar calendar;
    private final Clock clock;

    AcknowledgeSelfAssessment(
            SelfAssessments selfAssessments,
            Conflicts declared,
            Cycles cycles,
            People people,
            WorkingCalendar calendar,
            Clock clock) {
        this.selfAssessments = selfAssessments;
        this.declared = declared;
        this.cycles = cycles;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> acknowledge(
            String cycle, String unit, String user, Acknowledgement said, List<Conflict> conflicts) {
        List<Refusal> refusals = check(unit, said, conflicts);
        if (refusals.isEmpty()) {
            int days = cycles.workingDays(cycle, SCORING) + cycles.workingDays(cycle, APPROVAL);
            LocalDate due = calendar.plus(LocalDate.now(clock), days);
            selfAssessments.acknowledge(cycle, unit, user, said, due);
            declared.declare(cycle, conflicts);
        }
        return refusals;
    }

    private List<Refusal> check(String unit, Acknowledgement said, List<Conflict> conflicts) {
        List<Refusal> refusals = new ArrayList<>();
        int sent = said.inspectors().size();
        if (sent == 0 || sent > MOST_INSPECTORS) {
            refusals.add(Refusal.of("inspectors", "“Cán bộ kiểm tra chéo” phải có từ 1 đến 3 người"));
        } else if (sent < FEWEST_INSPECTORS && whomItHas(unit) >= FEWEST_INSPECTORS) {
            refusals.add(Refusal.of(
                    "inspectors",
                    "“Cán bộ kiểm tra chéo” phải có từ 2 đến 3 người; chỉ đơn vị có một người mới được cử một người"));
        }
        if (conflicts.size() > MOST_CONFLICTS) {
            refusals.add(Refusal.of("conflicts", "Chỉ được khai tối đa 5 đơn vị cần tránh"));
        }
        Set<String> seen = new HashSet<>();
        for (Conflict one : conflicts) {
            if (one.otherUnit().equals(unit)) {
                refusals.add(Refusal.of("conflicts", "Đơn vị không tự khai mình là đơn vị cần tránh"));
            } else if (!seen.add(one.otherUnit())) {
                refusals.add(Refusal.of("conflicts", "Mỗi đơn vị cần tránh chỉ khai một lần"));
            }
            if (NotApplicablePolicy.length(one.reason()) < Conflict.SHORTEST_REASON) {
                refusals.add(Refusal.of("conflicts", "Cần nêu lý do (từ 20 ký tự) với từng đơn vị cần tránh"));
            }
        }
        return refusals;
    }

    private int whomItHas(String unit) {
        return people.inGroup(Groups.inspectorAt(unit)).size();
    }
}
