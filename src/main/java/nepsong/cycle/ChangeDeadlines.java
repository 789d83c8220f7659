package nepsong.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office changes how long steps of a cycle take. Tasks that were offered before keep their deadlines. */
@Component
public class ChangeDeadlines {

    private static final int LONGEST = 260;

    private final Cycles cycles;

    ChangeDeadlines(Cycles cycles) {
        this.cycles = cycles;
    }

    /** @param workingDays by step; a step that is not named stays as it was */
    @Transactional
    public List<Refusal> change(String code, Map<String, Integer> workingDays) {
        if (cycles.get(code).isOver()) {
            return List.of(Refusal.of("", "Kỳ này đã kết thúc nên không đổi được thời hạn"));
        }
        Set<String> steps =
                cycles.deadlines(code).stream().map(Cycles.StepDeadline::step).collect(Collectors.toSet());
        List<Refusal> refusals = new ArrayList<>();
        workingDays.forEach((step, days) -> {
            if (!steps.contains(step)) {
                refusals.add(Refusal.of("", "Không có bước “" + step + "”"));
            } else if (days < 1 || days > LONGEST) {
                refusals.add(Refusal.ofRow("deadlines", step, "Thời hạn phải từ 1 đến " + LONGEST + " ngày làm việc"));
            }
        });
        if (refusals.isEmpty()) {
            cycles.changeDeadlines(code, workingDays);
        }
        return refusals;
    }
}
