package nepsong.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.cycle.Refusal;
import nepsong.progress.FindCandidates.Candidates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager gives an open task to another member of the group that it is offered to; whoever gets it is told by mail. */
@Component
public class ReassignTask {

    private final FindCandidates candidates;
    private final Reassignments reassignments;
    private final AuditTrail audit;

    ReassignTask(FindCandidates candidates, Reassignments reassignments, AuditTrail audit) {
        this.candidates = candidates;
        this.reassignments = reassignments;
        this.audit = audit;
    }

    /** Returns why not; empty when the person has the task. */
    @Transactional
    public List<Refusal> give(String cycle, String task, String person, String manager) {
        return candidates
                .of(cycle, task)
                .map(found -> give(cycle, found, person, manager))
                .orElse(List.of(
                        Refusal.of("task", "Việc này không còn mở: đã có người hoàn thành hoặc đã được thu hồi.")));
    }

    private List<Refusal> give(String cycle, Candidates found, String person, String manager) {
        if (found.others().stream().noneMatch(each -> each.id().equals(person))) {
            return List.of(Refusal.of("person", "Hãy chọn một người khác trong nhóm được giao việc này."));
        }
        OpenTask task = found.task();
        List<Refusal> refusals = reassignments.give(task.id(), person, manager);
        if (refusals.isEmpty()) {
            audit.record(AuditEvent.of("task.reassigned")
                    .by(manager)
                    .of(cycle, task.unit())
                    .about(task.id())
                    .changed(holder(task.assignee()), holder(person)));
        }
        return refusals;
    }

    private static Map<String, @Nullable String> holder(@Nullable String person) {
        Map<String, @Nullable String> holder = new HashMap<>();
        holder.put("assignee", person);
        return holder;
    }
}
