package nepsong.progress;

import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.progress.FindCandidates.Candidates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager gives an open task to another member of the group that it is offered to; whoever gets it is told by mail. */
@Component
public class ReassignTask {

    private final FindCandidates candidates;
    private final Reassignments reassignments;

    ReassignTask(FindCandidates candidates, Reassignments reassignments) {
        this.candidates = candidates;
        this.reassignments = reassignments;
    }

    /** Returns why not; empty when the person has the task. */
    @Transactional
    public List<Refusal> give(String cycle, String task, String person, String manager) {
        return candidates
                .of(cycle, task)
                .map(found -> give(found, person, manager))
                .orElse(List.of(
                        Refusal.of("task", "Việc này không còn mở: đã có người hoàn thành hoặc đã được thu hồi.")));
    }

    private List<Refusal> give(Candidates found, String person, String manager) {
        return found.others().stream().anyMatch(each -> each.id().equals(person))
                ? reassignments.give(found.task().id(), person, manager)
                : List.of(Refusal.of("person", "Hãy chọn một người khác trong nhóm được giao việc này."));
    }
}
