package nepsong.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The five stages of a cycle, in their order, and the processes that belong to each. */
public enum Stage {
    DIRECTIVE("directive", "Ban hành chỉ đạo", Set.of("directive"), Set.of()),
    SELF_ASSESSMENT("self-assessment", "Tự đánh giá", Set.of("self-assessment"), Set.of()),
    CROSS_INSPECTION(
            "cross-inspection", "Kiểm tra chéo", Set.of("cross-inspection"), Set.of("bloc-inspection", "correction")),
    EVALUATION("evaluation", "Đánh giá, xếp loại", Set.of("evaluation"), Set.of("bloc-appeals", "appeal", "follow-up")),
    COMMENDATION("commendation", "Khen thưởng", Set.of("commendation"), Set.of("inspection-cycle"));

    /** Where a unit stands on its own; before them the cycle has no units. */
    public static final List<Stage> OF_UNITS =
            Stream.of(values()).filter(stage -> stage != DIRECTIVE).toList();

    private final String code;
    private final String title;
    private final Set<String> openers;
    private final Set<String> others;

    Stage(String code, String title, Set<String> openers, Set<String> others) {
        this.code = code;
        this.title = title;
        this.openers = openers;
        this.others = others;
    }

    public static Optional<Stage> ofProcess(String key) {
        return Stream.of(values())
                .filter(stage -> stage.openers.contains(key) || stage.others.contains(key))
                .findFirst();
    }

    /** Keys of the processes that belong to the stage. */
    public Set<String> processes() {
        return Stream.concat(openers.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the stage begins with this process, and not only with a task in it. */
    boolean opensWith(String process) {
        return openers.contains(process);
    }

    public String code() {
        return code;
    }

    /** In Vietnamese. */
    public String title() {
        return title;
    }
}
