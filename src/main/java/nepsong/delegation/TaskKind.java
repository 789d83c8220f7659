package nepsong.delegation;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of tasks that may be handed to a substitute. Votes are of no kind: they are never handed over. */
public enum TaskKind {
    DIRECTIVE("Kế hoạch, chỉ đạo", Set.of("inspection-cycle", "directive")),
    SELF_ASSESSMENT("Tự đánh giá", Set.of("self-assessment")),
    CROSS_INSPECTION("Kiểm tra chéo", Set.of("bloc-inspection", "cross-inspection", "theme-inspection")),
    CORRECTION("Khắc phục, xử lý vi phạm", Set.of("correction", "violation")),
    EVALUATION("Thẩm định, báo cáo, xem xét lại", Set.of("evaluation", "appeal", "bloc-appeals", "follow-up")),
    COMMENDATION("Khen thưởng (trừ bỏ phiếu)", Set.of("commendation")),
    EXTENSION("Gia hạn", Set.of("extension"));

    private static final Set<String> NEVER = Set.of("commendation.userTask_vote");

    private final String label;
    private final Set<String> processes;

    TaskKind(String label, Set<String> processes) {
        this.label = label;
        this.processes = processes;
    }

    public String label() {
        return label;
    }

    /** @param activity id of the user task in the model */
    public static Optional<TaskKind> of(String process, String activity) {
        return NEVER.contains(process + "." + activity)
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(kind -> kind.processes.contains(process))
                        .findFirst();
    }
}
