package nepsong.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.Seen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office changes how long steps of a cycle take. Tasks that were offered before keep their deadlines. */
@Component
public class ChangeDeadlines {

    private static final int LONGEST = 260;
    private static final String OVERTAKEN =
            "Người khác vừa đổi thời hạn của kỳ này. Dưới đây vẫn là số bạn đã nhập: hãy xem lại, rồi lưu lần nữa nếu vẫn muốn thay";

    private final Cycles cycles;
    private final AuditTrail trail;

    ChangeDeadlines(Cycles cycles, AuditTrail trail) {
        this.cycles = cycles;
        this.trail = trail;
    }

    /** Of what a page shows, for whoever changes it. */
    public String seen(String code) {
        return Seen.mark(days(cycles.deadlines(code)));
    }

    /** A step that is only called otherwise now is nobody's change. */
    private static Map<String, Integer> days(List<Cycles.StepDeadline> steps) {
        return steps.stream()
                .collect(Collectors.toMap(
                        Cycles.StepDeadline::step,
                        Cycles.StepDeadline::workingDays,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /**
     * @param workingDays by step; a step that is not named stays as it was
     * @param seen        the mark of the deadlines that the page showed
     */
    @Transactional
    public List<Refusal> change(String code, Map<String, Integer> workingDays, String seen) {
        cycles.holdDeadlines(code);
        if (cycles.get(code).isOver()) {
            return List.of(Refusal.of("", "Kỳ này đã kết thúc nên không đổi được thời hạn"));
        }
        List<Cycles.StepDeadline> steps = cycles.deadlines(code);
        Map<String, Integer> before = days(steps);
        Map<String, String> titles =
                steps.stream().collect(Collectors.toMap(Cycles.StepDeadline::step, Cycles.StepDeadline::title));
        List<Refusal> refusals = new ArrayList<>();
        // A second click finds its own deadlines.
        if (Seen.isStale(seen, before) && !before.entrySet().containsAll(workingDays.entrySet())) {
            refusals.add(Refusal.of("", OVERTAKEN));
        }
        workingDays.forEach((step, days) -> {
            if (!before.containsKey(step)) {
                refusals.add(Refusal.of("", "Không có bước “" + step + "”"));
            } else if (days < 1 || days > LONGEST) {
                String title = titles.getOrDefault(step, step);
                refusals.add(Refusal.ofRow(
                        "deadlines", title, "“%s”: thời hạn phải từ 1 đến %d ngày làm việc".formatted(title, LONGEST)));
            }
        });
        if (refusals.isEmpty()) {
            cycles.changeDeadlines(code, workingDays);
            before.keySet().retainAll(workingDays.keySet());
            AuditEvent changed =
                    AuditEvent.of("cycle.deadlines-changed").in(code).changed(before, workingDays);
            if (changed.isChange()) {
                trail.record(changed);
            }
        }
        return refusals;
    }
}
