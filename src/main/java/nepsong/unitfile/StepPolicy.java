package nepsong.unitfile;

import static nepsong.unitfile.UnitStep.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nepsong.commendation.Nomination;
import nepsong.crossinspection.Inspection;
import nepsong.organisation.WorkingCalendar;
import nepsong.selfassessment.SelfAssessment;
import nepsong.unitfile.UnitStep.Event;
import nepsong.unitfile.UnitStep.State;
import org.jspecify.annotations.Nullable;

/** How far a unit has come in a cycle, from what was recorded of it. */
final class StepPolicy {

    private static final Set<String> INSPECTION = Set.of("cross-inspection", "correction", "extension");

    private final UnitCycle cycle;
    private final List<UnitTask> tasks;

    StepPolicy(UnitCycle cycle, List<UnitTask> tasks) {
        this.cycle = cycle;
        this.tasks = tasks;
    }

    /** @param nominations of this cycle that the reader may know of */
    List<UnitStep> steps(@Nullable SelfAssessment self, @Nullable Inspection inspection, List<Nomination> nominations) {
        List<UnitStep> steps = new ArrayList<>(
                List.of(selfAssessment(self), inspection(inspection), evaluation(), commendation(nominations)));
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).state().isOver()) {
                steps.set(i, steps.get(i).asCurrent());
                break;
            }
        }
        return steps;
    }

    private UnitStep selfAssessment(@Nullable SelfAssessment self) {
        if (self == null) {
            return step("Tự đánh giá", open(State.WAITING), List.of());
        }
        State state = self.isClosedWithoutSubmission()
                ? State.STOPPED
                : self.completedAt() == null ? busy(Set.of("self-assessment")) : State.DONE;
        return step(
                "Tự đánh giá",
                state,
                events(
                        event("Xác nhận tiếp nhận", self.acknowledgedAt()),
                        event("Đầu mối gửi phiếu", self.scoredAt()),
                        event("Lãnh đạo phê duyệt", self.approvedAt()),
                        event("Bổ sung hồ sơ", self.supplementedAt()),
                        event("Hồ sơ đầy đủ", self.completedAt()),
                        event("Hết hạn, không nộp", self.closedWithoutSubmissionAt())));
    }

    private UnitStep inspection(@Nullable Inspection inspection) {
        if (inspection == null) {
            return step("Kiểm tra chéo", open(late(INSPECTION) ? State.LATE : State.WAITING), List.of());
        }
        State state = inspection.finishedAt() == null || late(INSPECTION) ? busy(INSPECTION) : State.DONE;
        return step(
                "Kiểm tra chéo",
                state,
                events(
                        event(
                                inspection.visitStartedAt() == null ? "Lịch kiểm tra" : "Kiểm tra tại đơn vị",
                                Objects.requireNonNullElse(inspection.visitStartedAt(), inspection.plannedAt())
                                        .atZone(WorkingCalendar.ZONE)
                                        .toInstant()),
                        event("Nộp phiếu kiểm tra", inspection.crossSubmittedAt()),
                        event("Lập biên bản", inspection.minutesAt()),
                        event("Đơn vị giải trình", inspection.explainedAt()),
                        event("Trả lời giải trình", inspection.answeredAt()),
                        event("Trưởng đoàn quyết định", inspection.settledAt()),
                        event("Chốt điểm", inspection.finishedAt())));
    }

    private UnitStep evaluation() {
        State state = cycle.published() == null
                ? open(cycle.result() == null ? State.WAITING : State.RUNNING)
                : late(Set.of("appeal", "follow-up")) ? State.LATE : State.DONE;
        return step("Đánh giá, xếp loại", state, events(event("Công bố kết quả", cycle.published())));
    }

    private UnitStep commendation(List<Nomination> nominations) {
        boolean decided =
                nominations.stream().allMatch(nomination -> nomination.state().isFinal());
        State state;
        if (nominations.isEmpty()) {
            state = cycle.cycle().isOver() ? State.STOPPED : State.WAITING;
        } else {
            state = decided ? State.DONE : busy(Set.of("commendation"));
        }
        return step("Khen thưởng", state, List.of());
    }

    private State busy(Set<String> processes) {
        return late(processes) ? State.LATE : open(State.RUNNING);
    }

    private boolean late(Set<String> processes) {
        return tasks.stream().anyMatch(task -> task.late() && processes.contains(task.process()));
    }

    /** Nothing goes on in a cycle that is over. */
    private State open(State state) {
        return cycle.cycle().isOver() ? State.STOPPED : state;
    }

    private static List<Event> events(@Nullable Event... events) {
        return Stream.of(events).filter(Objects::nonNull).toList();
    }

    private static UnitStep step(String title, State state, List<Event> events) {
        return new UnitStep(title, state, false, events);
    }
}
