package nepsong.progress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which stage a milestone of the plan speaks of. The office words its milestones freely, so the stage is known by what its
 * title says; a title that names none belongs to no stage.
 */
public final class MilestonePolicy {

    /** In the order in which they are looked for: a conference on commendation is no evaluation. */
    private static final Map<Stage, List<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Stage.COMMENDATION, List.of("khen thuong"));
        WORDS.put(Stage.SELF_ASSESSMENT, List.of("tu danh gia", "tu cham"));
        WORDS.put(Stage.CROSS_INSPECTION, List.of("kiem tra cheo", "giai trinh", "cham cheo"));
        WORDS.put(Stage.EVALUATION, List.of("tham dinh", "xep loai", "danh gia", "cong bo", "bao cao"));
        WORDS.put(Stage.DIRECTIVE, List.of("ban hanh", "ke hoach", "chi dao", "thanh lap doan"));
    }

    private MilestonePolicy() {}

    public static Optional<Stage> stageOf(String title) {
        String folded = Vietnamese.fold(title);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(folded::contains))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
