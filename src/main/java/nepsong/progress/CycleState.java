package nepsong.progress;

import nepsong.cycle.Cycle;

/** What has become of a cycle. */
public enum CycleState {
    RUNNING("Đang tiến hành", "wait"),
    FINISHED("Đã kết thúc", "good"),
    WITHDRAWN("Đã dừng", "bad");

    private final String title;
    private final String tone;

    CycleState(String title, String tone) {
        this.title = title;
        this.tone = tone;
    }

    public static CycleState of(Cycle cycle) {
        if (cycle.withdrawnAt() != null) {
            return WITHDRAWN;
        }
        return cycle.finishedAt() != null ? FINISHED : RUNNING;
    }

    /** In Vietnamese. */
    public String title() {
        return title;
    }

    /** For style sheets. */
    public String tone() {
        return tone;
    }
}
